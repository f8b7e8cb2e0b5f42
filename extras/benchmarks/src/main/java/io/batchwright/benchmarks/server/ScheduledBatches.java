package io.batchwright.benchmarks.server;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Batches that end by themselves after a scheduled time. Thread-safe. */
final class ScheduledBatches {
  static final String PREFIX = "wait-";

  private volatile List<WaitBatch> batches = List.of();

  /** Replaces the batches: how many, and when the first and the last end. */
  String open(RequestHead head) {
    int count = number(head, "count");
    int first = number(head, "first");
    int last = number(head, "last");
    Instant now = Instant.now();
    batches =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  long ends = first + (long) (last - first) * i / Math.max(1, count - 1);
                  Duration age = Duration.ofMillis(count - i);
                  return new WaitBatch(PREFIX + i, now.minus(age), now.plusMillis(ends));
                })
            .toList();
    return "{}";
  }

  private static int number(RequestHead head, String name) {
    return Integer.parseInt(Objects.requireNonNull(head.parameter(name), name));
  }

  WaitBatch get(String name) {
    return batches.get(Integer.parseInt(name.substring(PREFIX.length())));
  }

  /** Returns a page of them, newest first, after the one with this name or from the newest. */
  List<WaitBatch> page(@Nullable String after, int limit) {
    List<WaitBatch> all = batches;
    int from = after == null ? all.size() : Integer.parseInt(after.substring(PREFIX.length()));
    return IntStream.range(0, Math.min(limit, from)).mapToObj(i -> all.get(from - 1 - i)).toList();
  }

  /**
   * A batch that ends by itself.
   *
   * @param name its id without the prefix
   * @param created when it was created
   * @param ends when it ends
   */
  record WaitBatch(String name, Instant created, Instant ends) {}
}
