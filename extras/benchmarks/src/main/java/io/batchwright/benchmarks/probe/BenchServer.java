package io.batchwright.benchmarks.probe;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What only the benchmarks ask the server for. */
public final class BenchServer {
  private final String url;

  /** Takes the server's address. */
  public BenchServer(String url) {
    this.url = url;
  }

  /** Makes batches that end by themselves, the first and the last after so many milliseconds. */
  void openWaits(int count, int first, int last) throws IOException {
    JsonObject unused = get("waits?count=" + count + "&first=" + first + "&last=" + last);
  }

  /** Forgets what was counted. */
  public void clear() throws IOException {
    JsonObject unused = get("clear");
  }

  /** Gives what was counted since. */
  public JsonObject stats() throws IOException {
    return get("stats");
  }

  /** Gives how often something was asked for. */
  long calls(String kind) throws IOException {
    JsonElement count = stats().getAsJsonObject("calls").get(kind);
    return count == null ? 0 : count.getAsLong();
  }

  private JsonObject get(String what) throws IOException {
    try (InputStream in = URI.create(url + "/bench/" + what).toURL().openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Objects.requireNonNull(new Gson().fromJson(text, JsonObject.class));
    }
  }
}
