package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.okhttp3.Call;
import io.batchwright.sandbox.shaded.okhttp3.Interceptor;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that refuse connections, stop responding, break off or change the response. */
class MoreFaultsTest {
  private static final String BODY = Http.requests("a", "b");

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final OkHttpClient client =
      Http.patient()
          .newBuilder()
          .retryOnConnectionFailure(false)
          .addInterceptor(this::call)
          .build();
  private final AtomicBoolean begun = new AtomicBoolean();

  private Sandbox sandbox;
  private Http http;
  private ProviderControl control;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    http = new Http(sandbox, client);
    control = sandbox.anthropic();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Response call(Interceptor.Chain chain) throws IOException {
    calls.add(chain.call());
    return chain.proceed(chain.request());
  }

  /**
   * Cancels the client's calls when the sandbox signals that no more bytes will be sent. OkHttp's
   * dispatcher no longer lists a call whose response has begun.
   */
  private void begun() {
    begun.set(true);
    calls.forEach(Call::cancel);
  }

  @Test
  void connectionsCanBeRefusedAndAcceptedAgainAtTheSamePort() throws IOException {
    int port = sandbox.port();
    for (int i = 0; i < 3; i++) {
      assertThat(http.post(Http.BATCHES, BODY).status()).isEqualTo(200);
      sandbox.refuseConnections();
      sandbox.refuseConnections();
      // The pooled connection is gone, and a new one is refused.
      assertThatThrownBy(() -> http.get(Http.BATCHES)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> http.get(Http.BATCHES)).isInstanceOf(ConnectException.class);
      sandbox.acceptConnections();
      sandbox.acceptConnections();
      assertThat(sandbox.port()).isEqualTo(port);
    }
    assertThat(control.created()).isEqualTo(3);
    assertThat(control.count(Operation.LIST)).isZero();
  }

  @Test
  void aPortThatRefusesConnectionsStaysReserved() {
    sandbox.refuseConnections();
    for (int i = 0; i < 50; i++) {
      try (Sandbox other = Sandbox.start()) {
        assertThat(other.port()).isNotEqualTo(sandbox.port());
      }
    }
    assertThatThrownBy(() -> http.get(Http.BATCHES)).isInstanceOf(ConnectException.class);
  }

  @Test
  void connectionsCanBeRefusedAfterARequest() throws IOException {
    control.faults().on(Operation.CREATE).refuseNext();
    assertThat(http.post(Http.BATCHES, BODY).status()).isEqualTo(200);
    assertThatThrownBy(() -> http.get(Http.BATCHES)).isInstanceOf(ConnectException.class);
    sandbox.acceptConnections();
    assertThat(http.get(Http.BATCHES).status()).isEqualTo(200);
    assertThat(control.created()).isEqualTo(1);
  }

  @Test
  void aSandboxThatRefusesCanBeClosed() {
    sandbox.refuseConnections();
    sandbox.close();
    sandbox.acceptConnections();
    assertThatThrownBy(() -> http.get(Http.BATCHES)).isInstanceOf(ConnectException.class);
  }

  @Test
  void aBodyCanBeCutByAReset() throws IOException {
    String id = http.create("a", "b");
    control.faults().on(Operation.RESULTS).resetBodyAfter(100);
    assertThatThrownBy(() -> http.results(id)).isInstanceOf(IOException.class);
    assertThat(http.results(id).lines()).hasSize(2);
  }

  @Test
  void aServerThatNeverRespondsRunsItsCallbackAndProcessesNothing() {
    control.faults().on(Operation.CREATE).neverRespond(this::begun);
    assertThatThrownBy(() -> http.post(Http.BATCHES, BODY)).isInstanceOf(IOException.class);
    assertThat(begun).isTrue();
    assertThat(control.created()).isZero();
    assertThat(control.requests().get(0).bodySize()).isEqualTo(BODY.length());
  }

  @Test
  void aStalledBodyRunsItsCallback() {
    control.faults().on(Operation.CREATE).stall(10, this::begun);
    assertThatThrownBy(() -> http.post(Http.BATCHES, BODY)).isInstanceOf(IOException.class);
    assertThat(begun).isTrue();
    assertThat(control.created()).isEqualTo(1);
  }

  @Test
  void aResponseBodyCanBeRewritten() throws IOException {
    control
        .faults()
        .on(Operation.CREATE)
        .header("x-more", "1")
        .rewrite(
            usual ->
                new String(usual, StandardCharsets.UTF_8)
                    .replace("msgbatch_", "other_")
                    .getBytes(StandardCharsets.UTF_8));
    Http.Reply reply = http.post(Http.BATCHES, BODY);
    String made = control.ids().get(0);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("x-more")).isEqualTo("1");
    assertThat(reply.header("request-id")).isNotEmpty();
    assertThat(reply.json().get("id").getAsString()).isEqualTo(made.replace("msgbatch_", "other_"));
    assertThat(http.retrieve(made).json().get("id").getAsString()).isEqualTo(made);
  }
}
