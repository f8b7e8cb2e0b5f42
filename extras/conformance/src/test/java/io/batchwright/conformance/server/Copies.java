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
  private final Faults faults;

  Copies(String steady, Faults faults) {
    this.steady = steady;
    this.faults = faults;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = repeatable(chain.request());
    String url = steady + faults.path(request.url());
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
    String count = answer.header("x-steady-error-count");
    int faultsTold = count == null ? 0 : Integer.parseInt(count);
    for (int i = 1; i <= faultsTold; i++) {
      String fault = "x-steady-error-" + i + "-";
      String where = String.valueOf(answer.header(fault + "path"));
      String what = answer.header(fault + "code") + " " + answer.header(fault + "message");
      faults.add(request, where, what);
    }
    if (faultsTold == 0 && answer.code() >= 400) {
      faults.add(request, "answer", String.valueOf(answer.code()));
    }
  }
}
