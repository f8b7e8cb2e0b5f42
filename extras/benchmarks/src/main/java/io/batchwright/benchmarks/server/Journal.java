package io.batchwright.benchmarks.server;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the server was asked and how long it took, since it was last cleared. Thread-safe. */
final class Journal {
  private static final Gson GSON = new Gson();

  private final Map<String, Integer> calls = new TreeMap<>();
  private final List<Transfer> transfers = new ArrayList<>();

  /**
   * A body that went out or came in.
   *
   * @param name what it was
   * @param bytes how long
   * @param nanos from its first byte to the end; of an upload, to the answer
   * @param cpuNanos how long the serving thread worked in that time
   */
  record Transfer(String name, long bytes, long nanos, long cpuNanos) {}

  /** What is told of all that. */
  private record Page(Map<String, Integer> calls, List<Transfer> transfers) {}

  synchronized void count(String call) {
    calls.merge(call, 1, Integer::sum);
  }

  synchronized void add(Transfer transfer) {
    transfers.add(transfer);
  }

  synchronized void clear() {
    calls.clear();
    transfers.clear();
  }

  synchronized String json() {
    return GSON.toJson(new Page(calls, transfers));
  }
}
