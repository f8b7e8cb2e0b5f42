package io.batchwright.recorder;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Records request bodies: a line of the record for each line of a body and for each object of its
 * arrays.
 */
record SentBodies(Recording recording) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    recording.add("sent " + request.method() + " " + request.url().encodedPath());
    RequestBody body = request.body();
    return chain.proceed(
        body == null
            ? request
            : request.newBuilder().method(request.method(), new Noted(body)).build());
  }

  private final class Noted extends RequestBody {
    private final RequestBody body;

    private Noted(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      Buffer sent = new Buffer();
      body.writeTo(sent);
      String text = sent.copy().readUtf8().replace("},{", "},\n{");
      text.lines().forEach(line -> recording.add("sent " + Printed.of(line)));
      sink.writeAll(sent);
    }
  }
}
