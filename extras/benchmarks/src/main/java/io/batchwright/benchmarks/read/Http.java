package io.batchwright.benchmarks.read;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp with its defaults and long timeouts. */
final class Http {
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();

  private Http() {}

  /** Returns a response, which the caller must close. */
  static Response get(String url) throws IOException {
    Response response = CLIENT.newCall(new Request.Builder().url(url).build()).execute();
    if (!response.isSuccessful()) {
      response.close();
      throw new IOException("HTTP " + response.code() + " for " + url);
    }
    return response;
  }
}
