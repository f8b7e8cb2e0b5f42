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

/** Sends a copy of each request to steady first, and records its findings. */
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
    try (Response response = client.newCall(request.newBuilder().url(url).build()).execute()) {
      note(request, response);
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

  private void note(Request request, Response response) {
    findings.checked(request);
    String count = response.header("x-steady-error-count");
    int violations = count == null ? 0 : Integer.parseInt(count);
    for (int i = 1; i <= violations; i++) {
      String prefix = "x-steady-error-" + i + "-";
      String where = String.valueOf(response.header(prefix + "path"));
      String what = response.header(prefix + "code") + " " + response.header(prefix + "message");
      findings.add(request, where, what);
    }
    if (violations == 0 && response.code() >= 400) {
      findings.add(request, "response", String.valueOf(response.code()));
    }
  }
}
