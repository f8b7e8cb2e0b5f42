package io.batchwright.benchmarks.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.benchmarks.plan.Scenario;

/** Adds to a measurement what the server saw of it. */
final class ServerSide {
  private ServerSide() {}

  /**
   * Takes the last transfer of what was measured: of a reader the file by its name, of a sender the
   * largest body, behind the smaller ones for warming up.
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
