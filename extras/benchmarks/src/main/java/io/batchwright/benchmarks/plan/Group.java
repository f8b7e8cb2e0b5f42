package io.batchwright.benchmarks.plan;

import java.util.Locale;

/** What can be measured by itself. */
public enum Group {
  /** Each dialect's results by each reader. */
  RESULTS,
  /** Short lines, escapes, Chinese, gzip, chunks. */
  VARIANTS,
  /** Small heaps. */
  HEAPS,
  /** The first result in a process just started. */
  COLD,
  /** Files of requests. */
  UPLOADS,
  /** Requests inside the create. */
  CREATES,
  /** Many waits at once. */
  WAITS,
  /** Results of ever more bytes. */
  GROWTH;

  /** The name in lower case, as options have it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a group by its name in lower case. */
  public static Group of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
