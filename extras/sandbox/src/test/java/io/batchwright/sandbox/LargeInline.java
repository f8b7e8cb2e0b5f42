package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.BufferedSource;
import java.io.IOException;
import java.time.Duration;

/** Sends the largest inline batch that Gemini accepts to a sandbox in the same small heap. */
final class LargeInline {
  private static final int SIZE = 30_000;

  private LargeInline() {}

  public static void main(String[] args) throws IOException {
    try (Sandbox sandbox =
        Sandbox.builder().batchTime(Duration.ZERO).reply(r -> "y".repeat(600)).start()) {
      OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(5)).build();
      Request.Builder request = new Request.Builder().headers(Headers.of("x-goog-api-key", "k"));
      String url = sandbox.geminiUrl();
      send(client, request.url(url + GeminiHttp.CREATE).post(new Large()).build());
      String name = sandbox.gemini().ids().get(0);
      int twice = send(client, request.url(url + "/v1beta/" + name).get().build());
      System.out.println(twice / 2 + " lines");
      client.connectionPool().evictAll();
    }
  }

  /** Returns the number of results in the response. */
  private static int send(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) throw new IOException("Status " + response.code());
      BufferedSource source = response.body().source();
      int results = 0;
      for (String line = source.readUtf8Line(); line != null; line = source.readUtf8Line()) {
        if (line.contains("\"responseId\": ")) results++;
      }
      return results;
    }
  }

  private static final class Large extends RequestBody {
    private final String prompt = "x".repeat(560);

    @Override
    public MediaType contentType() {
      return MediaType.get("application/json");
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.writeUtf8("{\"batch\":{\"inputConfig\":{\"requests\":{\"requests\":[");
      for (int i = 0; i < SIZE; i++) {
        if (i > 0) sink.writeUtf8(",");
        sink.writeUtf8("{\"request\":" + GeminiHttp.request(prompt));
        sink.writeUtf8(",\"metadata\":{\"key\":\"" + i + "\"}}");
      }
      sink.writeUtf8("]}}}}");
    }
  }
}
