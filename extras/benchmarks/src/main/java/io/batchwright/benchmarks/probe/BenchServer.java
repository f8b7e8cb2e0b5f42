package io.batchwright.benchmarks.probe;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The server's endpoints for the benchmarks themselves. */
public final class BenchServer {
  private final String url;

  /** Connects to the server at this address. */
  public BenchServer(String url) {
    this.url = url;
  }

  /**
   * Creates batches that end by themselves, the first and the last after this many milliseconds.
   */
  void openWaits(int count, int first, int last) throws IOException {
    JsonObject unused = get("waits?count=" + count + "&first=" + first + "&last=" + last);
  }

  /** Resets the counts. */
  public void clear() throws IOException {
    JsonObject unused = get("clear");
  }

  /** Returns the counts since the last reset. */
  public JsonObject stats() throws IOException {
    return get("stats");
  }

  /** Returns the number of requests of a kind. */
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
