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

/**
 * Sends 60 MB of requests to a sandbox in the same small heap, reads the results, and discards
 * them.
 */
final class LargeBatch {
  private static final int SIZE = 30_000;

  private LargeBatch() {}

  public static void main(String[] args) throws IOException {
    Sandbox sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(5)).build();
    Request.Builder request =
        new Request.Builder()
            .headers(Headers.of("x-api-key", "k", "anthropic-version", "2023-06-01"));
    String batches = sandbox.anthropicUrl() + Http.BATCHES;
    try (Response created =
        client.newCall(request.url(batches).post(new Large()).build()).execute()) {
      if (created.code() != 200) throw new IOException("Create: " + created.code());
    }
    String results = batches + "/" + sandbox.anthropic().ids().get(0) + "/results";
    int lines = 0;
    try (Response read = client.newCall(request.url(results).get().build()).execute()) {
      BufferedSource source = read.body().source();
      while (source.readUtf8Line() != null) lines++;
    }
    System.out.println(lines + " lines");
    client.connectionPool().evictAll();
    // The sandbox is left open on purpose: the JVM must exit nevertheless.
  }

  private static final class Large extends RequestBody {
    @Override
    public MediaType contentType() {
      return MediaType.get("application/json");
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      String params = Http.params("x".repeat(2_000)).toString();
      sink.writeUtf8("{\"requests\":[");
      for (int i = 0; i < SIZE; i++) {
        sink.writeUtf8((i == 0 ? "" : ",") + "{\"custom_id\":\"r" + i + "\",\"params\":");
        sink.writeUtf8(params).writeUtf8("}");
      }
      sink.writeUtf8("]}");
    }
  }
}
