package io.batchwright.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Calls past the library, to send what it would refuse. */
final class RawHttp {
  private static final OkHttpClient CLIENT = new OkHttpClient();

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the body as text
   */
  record Answer(int status, String body) {}

  private RawHttp() {}

  /** Posts with the stage's key, in each of the headers that providers read it from. */
  static Answer post(String url, RequestBody body) {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + Stage.KEY)
            .header("x-api-key", Stage.KEY)
            .header("anthropic-version", "2023-06-01")
            .post(body)
            .build();
    try (Response response = CLIENT.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
