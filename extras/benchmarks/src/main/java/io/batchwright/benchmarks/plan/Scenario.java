package io.batchwright.benchmarks.plan;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measurement, in its own process each time.
 *
 * @param id its name, such as {@code results/anthropic/ours-text}
 * @param task the arguments of the process
 * @param heap its heap in the format of {@code -Xmx}, or null for the default
 * @param rounds the maximum number of rounds
 * @param limit the timeout of the process
 * @param reads the file to read, or null; its totals are verified
 * @param cold whether the process is passed the time of its start
 */
public record Scenario(
    String id,
    List<String> task,
    @Nullable String heap,
    int rounds,
    Duration limit,
    @Nullable Reads reads,
    boolean cold) {
  /** The marker of a task that runs with the earlier build of the library. */
  public static final String EARLIER_BUILD = "library=earlier";

  private static final Duration LIMIT = Duration.ofSeconds(150);

  /**
   * A file to read.
   *
   * @param file the file
   * @param mode how it is sent, such as {@code .gzip}, or ""
   * @param times how many times over it is sent
   */
  public record Reads(String file, String mode, int times) {
    /** The file as it is stored. */
    public static Reads plain(String file) {
      return new Reads(file, "", 1);
    }

    /** Returns its name at the server. */
    public String served() {
      return file + mode;
    }
  }

  /** A scenario with the default heap that runs in every round. */
  public static Scenario of(String id, String... task) {
    return new Scenario(id, List.of(task), null, Integer.MAX_VALUE, LIMIT, null, false);
  }

  /** The same with this heap. */
  public Scenario in(String size) {
    return new Scenario(id, task, size, rounds, limit, reads, cold);
  }

  /** The same with at most this many rounds. */
  public Scenario atMost(int times) {
    return new Scenario(id, task, heap, times, limit, reads, cold);
  }

  /** The same with this timeout. */
  public Scenario within(Duration longest) {
    return new Scenario(id, task, heap, rounds, longest, reads, cold);
  }

  /** The same, reading this file. */
  public Scenario reading(Reads value) {
    return new Scenario(id, task, heap, rounds, limit, value, cold);
  }

  /** The same with other arguments. */
  public Scenario withTask(List<String> task) {
    return new Scenario(id, task, heap, rounds, limit, reads, cold);
  }

  /** The same with the earlier build of the library. */
  Scenario onEarlierBuild() {
    return withTask(Stream.concat(task.stream(), Stream.of(EARLIER_BUILD)).toList());
  }

  /** The same in a process that is passed the time of its start. */
  public Scenario inTheCold() {
    return new Scenario(id, task, heap, rounds, limit, reads, true);
  }
}
