package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Okio;

/**
 * Replaces the network: returns scripted responses, the last of them repeatedly, and records each
 * request. Not thread-safe.
 */
final class Wire implements Interceptor {
  /** More requests than any call needs: exceeding this is an endless loop. */
  private static final int MOST_REQUESTS = 2000;

  private static final OkHttpClient CLIENT = new OkHttpClient();

  private final List<ScriptedResponse> script;
  private final List<Request> requests = new ArrayList<>();

  /** Creates a wire; without a script it sends no response. */
  Wire(List<ScriptedResponse> script) {
    this.script = script;
  }

  OkHttpClient client() {
    return CLIENT.newBuilder().addInterceptor(this).build();
  }

  List<Request> requests() {
    return requests;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    requests.add(request);
    assertThat(requests.size()).as("requests").isLessThan(MOST_REQUESTS);
    RequestBody body = request.body();
    if (body != null) {
      body.writeTo(Okio.buffer(Okio.blackhole()));
    }
    if (script.isEmpty()) {
      throw new IOException("No response");
    }
    return script.get(Math.min(requests.size(), script.size()) - 1).to(request);
  }
}
