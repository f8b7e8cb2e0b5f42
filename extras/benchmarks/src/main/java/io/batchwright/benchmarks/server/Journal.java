package io.batchwright.benchmarks.server;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The requests that the server handled and their duration, since the last reset. Thread-safe. */
final class Journal {
  private static final Gson GSON = new Gson();

  private final Map<String, Integer> calls = new TreeMap<>();
  private final List<Transfer> transfers = new ArrayList<>();

  /**
   * A body that was sent or received.
   *
   * @param name its name
   * @param bytes its length
   * @param nanos the time from its first byte to the end; for an upload, to the response
   * @param cpuNanos the CPU time of the serving thread meanwhile
   */
  record Transfer(String name, long bytes, long nanos, long cpuNanos) {}

  /** Returns all of it as JSON. */
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
