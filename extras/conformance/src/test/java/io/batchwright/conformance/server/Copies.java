package io.batchwright.conformance.server;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/** Sends a copy of each request to steady first, and keeps what that finds wrong. */
final class Copies implements Interceptor {
  private final OkHttpClient client = new OkHttpClient();
  private final String steady;
  private final Findings findings;

  Copies(String steady, Findings findings) {
    this.steady = steady;
    this.findings = findings;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = repeatable(chain.request());
    String url = steady + findings.path(request.url());
    try (Response answer = client.newCall(request.newBuilder().url(url).build()).execute()) {
      note(request, answer);
    }
    return chain.proceed(request);
  }

  private static Request repeatable(Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null) return request;
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    ByteString bytes = buffer.readByteString();
    MediaType type = body.contentType();
    return request.newBuilder().method(request.method(), RequestBody.create(bytes, type)).build();
  }

  private void note(Request request, Response answer) {
    findings.checked(request);
    String count = answer.header("x-steady-error-count");
    int told = count == null ? 0 : Integer.parseInt(count);
    for (int i = 1; i <= told; i++) {
      String prefix = "x-steady-error-" + i + "-";
      String where = String.valueOf(answer.header(prefix + "path"));
      String what = answer.header(prefix + "code") + " " + answer.header(prefix + "message");
      findings.add(request, where, what);
    }
    if (told == 0 && answer.code() >= 400) {
      findings.add(request, "answer", String.valueOf(answer.code()));
    }
  }
}
