package io.batchwright.benchmarks.plan;

import java.util.Arrays;
import java.util.List;
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
  GROWTH,
  /** The library against an earlier build of it, which an option names. */
  GATE;

  /** Returns the groups that need no earlier build. */
  public static List<Group> usual() {
    return Arrays.stream(values()).filter(group -> group != GATE).toList();
  }

  /** The name in lower case, as options have it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a group by its name in lower case. */
  public static Group of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
