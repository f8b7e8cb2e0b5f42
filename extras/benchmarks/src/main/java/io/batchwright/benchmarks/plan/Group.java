package io.batchwright.benchmarks.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A group of benchmarks that can be run separately. */
public enum Group {
  /** Each dialect's results by each reader. */
  RESULTS,
  /** Short lines, escapes, Chinese, gzip, chunks. */
  VARIANTS,
  /** Small heaps. */
  HEAPS,
  /** The first result of a new process. */
  COLD,
  /** Files of requests. */
  UPLOADS,
  /** Inline requests in a create. */
  CREATES,
  /** Many waits at once. */
  WAITS,
  /** Results of increasing size. */
  GROWTH,
  /** The library against an earlier build, given by an option. */
  GATE;

  /** Returns the groups that need no earlier build. */
  public static List<Group> usual() {
    return Arrays.stream(values()).filter(group -> group != GATE).toList();
  }

  /** The name in lower case, as in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the group with this name in lower case. */
  public static Group of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
