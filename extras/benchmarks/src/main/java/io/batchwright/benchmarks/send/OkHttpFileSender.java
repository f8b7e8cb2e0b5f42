package io.batchwright.benchmarks.send;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp's own multipart upload of a file: the limit of everything that is built on it. */
final class OkHttpFileSender implements Sender {
  private static final MediaType LINES = MediaType.get("application/jsonl");
  private static final OkHttpClient CLIENT =
      new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();

  @Override
  public Sending prepare(String url, Path file) {
    RequestBody body =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("purpose", "batch")
            .addFormDataPart("file", "input.jsonl", RequestBody.create(file.toFile(), LINES))
            .build();
    Request request = new Request.Builder().url(url + "/v1/files").post(body).build();
    return () -> send(request);
  }

  private static void send(Request request) throws IOException {
    try (Response response = CLIENT.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("HTTP " + response.code());
      }
    }
  }
}
