package io.batchwright.sandbox;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.MediaType;
import io.batchwright.sandbox.shaded.okhttp3.MultipartBody;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import io.batchwright.sandbox.shaded.okio.BufferedSink;
import io.batchwright.sandbox.shaded.okio.BufferedSource;
import java.io.IOException;
import java.time.Duration;

/** Uploads 60 MB of lines to a sandbox in the same small heap, runs them and reads the results. */
final class LargeUpload {
  private static final int SIZE = 30_000;

  private LargeUpload() {}

  public static void main(String[] args) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().batchTime(Duration.ZERO).start()) {
      OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(5)).build();
      Request.Builder request =
          new Request.Builder().headers(Headers.of("Authorization", "Bearer k"));
      MultipartBody form =
          new MultipartBody.Builder()
              .setType(MultipartBody.FORM)
              .addFormDataPart("purpose", "batch")
              .addFormDataPart("file", "large.jsonl", new Large())
              .build();
      String url = sandbox.openAiUrl();
      send(client, request.url(url + "/files").post(form).build());
      String create = Dialect.OPENAI.create(sandbox.openAi().files().get(0)).toString();
      RequestBody body = RequestBody.create(create, MediaType.get("application/json"));
      send(client, request.url(url + "/batches").post(body).build());
      String output = sandbox.openAi().files().get(1);
      System.out.println(
          send(client, request.url(url + "/files/" + output + "/content").get().build())
              + " lines");
      client.connectionPool().evictAll();
    }
  }

  /** Returns the number of lines in the response. */
  private static int send(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) throw new IOException("Status " + response.code());
      BufferedSource source = response.body().source();
      int lines = 0;
      while (source.readUtf8Line() != null) lines++;
      return lines;
    }
  }

  private static final class Large extends RequestBody {
    private final String prompt = "x".repeat(2_000);

    @Override
    public MediaType contentType() {
      return MediaType.get("application/jsonl");
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      for (int i = 0; i < SIZE; i++) {
        sink.writeUtf8(Dialect.OPENAI.line("r" + i, prompt) + "\n");
      }
    }
  }
}
