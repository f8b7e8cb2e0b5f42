package io.batchwright.benchmarks.plan;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to measure, in a process of its own each time.
 *
 * @param id names it, such as {@code results/anthropic/ours-text}
 * @param task what the process is told
 * @param heap its heap as {@code -Xmx} takes it, or null for the default
 * @param rounds how often it is measured at most
 * @param limit how long the process may take
 * @param reads what is read, or null; its facts must come out
 * @param cold whether the process is told when it was started
 */
public record Scenario(
    String id,
    List<String> task,
    @Nullable String heap,
    int rounds,
    Duration limit,
    @Nullable Reads reads,
    boolean cold) {
  /** The word of a task that wants the earlier build of the library. */
  public static final String EARLIER_BUILD = "library=earlier";

  private static final Duration LIMIT = Duration.ofSeconds(150);

  /**
   * Something that is read.
   *
   * @param file the file
   * @param mode how it is sent, such as {@code .gzip}, or ""
   * @param times how many times over it is sent
   */
  public record Reads(String file, String mode, int times) {
    /** The file as it lies. */
    public static Reads plain(String file) {
      return new Reads(file, "", 1);
    }

    /** Gives what it is called at the server. */
    public String served() {
      return file + mode;
    }
  }

  /** A scenario without a small heap, that is measured in every round. */
  public static Scenario of(String id, String... task) {
    return new Scenario(id, List.of(task), null, Integer.MAX_VALUE, LIMIT, null, false);
  }

  /** The same in a small heap. */
  public Scenario in(String size) {
    return new Scenario(id, task, size, rounds, limit, reads, cold);
  }

  /** The same, no more often than this. */
  public Scenario atMost(int times) {
    return new Scenario(id, task, heap, times, limit, reads, cold);
  }

  /** The same, given up after this long. */
  public Scenario within(Duration longest) {
    return new Scenario(id, task, heap, rounds, longest, reads, cold);
  }

  /** The same, reading this. */
  public Scenario reading(Reads value) {
    return new Scenario(id, task, heap, rounds, limit, value, cold);
  }

  /** The same, told other words. */
  public Scenario told(List<String> words) {
    return new Scenario(id, words, heap, rounds, limit, reads, cold);
  }

  /** The same with the earlier build of the library. */
  Scenario onEarlierBuild() {
    return told(Stream.concat(task.stream(), Stream.of(EARLIER_BUILD)).toList());
  }

  /** The same in a process that is told when it was started. */
  public Scenario inTheCold() {
    return new Scenario(id, task, heap, rounds, limit, reads, true);
  }
}
