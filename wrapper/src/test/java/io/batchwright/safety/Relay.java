package io.batchwright.safety;

import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import io.batchwright.sandbox.shaded.okhttp3.RequestBody;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import io.batchwright.sandbox.shaded.okhttp3.ResponseBody;
import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.sandbox.shaded.okio.ByteString;
import io.batchwright.testing.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Forwards requests to a sandbox, and responds itself from a given request on. Thread-safe. */
final class Relay implements AutoCloseable {
  private final OkHttpClient onward =
      new OkHttpClient.Builder().followRedirects(false).retryOnConnectionFailure(false).build();
  private final int port;
  private final ScriptedServer front = new ScriptedServer("");
  private int passed;
  private int passing = Integer.MAX_VALUE;
  private @Nullable MockResponse reply;
  private UnaryOperator<MockResponse> change = UnaryOperator.identity();

  /** Creates a relay to a server on this machine. */
  Relay(int port) {
    this.port = port;
    front.script(this::respond);
  }

  /** Returns the base URL for clients, without a trailing slash. */
  String url() {
    String url = front.url();
    return url.substring(0, url.length() - 1);
  }

  ScriptedServer front() {
    return front;
  }

  /** Forwards this many more requests, and responds with this response to all later ones. */
  synchronized void respondAfter(int requests, @Nullable MockResponse instead) {
    passed = 0;
    passing = requests;
    reply = instead;
  }

  /** Forwards all requests from now on, and counts them from 0. */
  void pass() {
    respondAfter(Integer.MAX_VALUE, null);
  }

  /** Changes every response of the sandbox from now on. */
  synchronized void change(UnaryOperator<MockResponse> how) {
    change = how;
  }

  /** Returns the number of requests since the last change of this relay's behaviour. */
  synchronized int passed() {
    return passed;
  }

  private MockResponse respond(RecordedRequest request) {
    UnaryOperator<MockResponse> changing;
    synchronized (this) {
      changing = change;
      if (++passed > passing && reply != null) {
        return reply;
      }
    }
    try {
      return changing.apply(passedOn(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MockResponse passedOn(RecordedRequest request) throws IOException {
    ByteString sent = request.getBody();
    boolean bodiless = request.getMethod().equals("GET") || request.getMethod().equals("DELETE");
    RequestBody body =
        bodiless ? null : RequestBody.create(sent == null ? ByteString.EMPTY : sent, null);
    Request again =
        new Request.Builder()
            .url("http://127.0.0.1:" + port + request.getTarget())
            .headers(request.getHeaders())
            .method(request.getMethod(), body)
            .build();
    try (Response response = onward.newCall(again).execute();
        ResponseBody got = response.body()) {
      Headers headers =
          response
              .headers()
              .newBuilder()
              .removeAll("Transfer-Encoding")
              .removeAll("Content-Length")
              .build();
      return new MockResponse.Builder()
          .code(response.code())
          .headers(headers)
          .body(new Buffer().write(got.byteString()))
          .build();
    }
  }

  @Override
  public void close() {
    front.close();
    onward.connectionPool().evictAll();
    onward.dispatcher().executorService().shutdown();
  }
}
