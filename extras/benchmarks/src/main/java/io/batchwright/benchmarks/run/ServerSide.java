package io.batchwright.benchmarks.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.benchmarks.plan.Scenario;

/** Adds the server's figures to a measurement. */
final class ServerSide {
  private ServerSide() {}

  /**
   * Selects the last transfer of the measurement: for a reader the file with its name, for a sender
   * the largest body, after the smaller ones of the warm-up.
   */
  static void addTo(Run run, Scenario scenario, JsonObject stats) {
    JsonObject measured = null;
    for (JsonElement element : stats.getAsJsonArray("transfers")) {
      JsonObject transfer = element.getAsJsonObject();
      if (scenario.reads() != null) {
        boolean same = transfer.get("name").getAsString().equals(scenario.reads().served());
        measured = same ? transfer : measured;
      } else if (measured == null || bytes(transfer) >= bytes(measured)) {
        measured = transfer;
      }
    }
    if (measured != null) {
      run.figures().add("serverBytes", measured.get("bytes"));
      run.figures().add("serverNanos", measured.get("nanos"));
      run.figures().add("serverCpuNanos", measured.get("cpuNanos"));
    }
  }

  private static long bytes(JsonObject transfer) {
    return transfer.get("bytes").getAsLong();
  }
}
