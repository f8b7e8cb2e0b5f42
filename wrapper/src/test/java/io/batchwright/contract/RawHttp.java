package io.batchwright.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** HTTP calls that bypass the library, to send what it would refuse. */
final class RawHttp {
  /** Long enough for any machine, even for requests larger than any that the library sends. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().readTimeout(TIMEOUT).writeTimeout(TIMEOUT).build();

  /**
   * A response.
   *
   * @param status the HTTP status
   * @param headers the headers
   * @param body the body as text
   */
  record Reply(int status, Headers headers, String body) {}

  private RawHttp() {}

  /**
   * Posts with the test bed's key, in each of the headers that providers read it from.
   *
   * @param headers names and values in turn
   */
  static Reply post(String url, RequestBody body, String... headers) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + TestBed.KEY)
            .header("x-api-key", TestBed.KEY)
            .header("x-goog-api-key", TestBed.KEY)
            .header("anthropic-version", "2023-06-01")
            .post(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (Response response = CLIENT.newCall(request.build()).execute()) {
      return new Reply(
          response.code(), response.headers(), Objects.requireNonNull(response.body()).string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
