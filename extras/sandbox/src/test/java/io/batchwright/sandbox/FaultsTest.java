package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import io.batchwright.sandbox.shaded.okhttp3.Response;
import io.batchwright.sandbox.shaded.okio.BufferedSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final String BODY = Http.requests("a", "b");

  private Sandbox sandbox;
  private Http http;
  private ProviderControl control;
  private FaultScript faults;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    http = new Http(sandbox, plainClient().build());
    control = sandbox.anthropic();
    faults = control.faults();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** A client without retries. */
  private static OkHttpClient.Builder plainClient() {
    return new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false);
  }

  @Test
  void aScriptedStatusHasTheProvidersBodyAndProcessesNothing() throws IOException {
    faults.on(Operation.CREATE).once().header("Retry-After", "7").respond(429);
    Http.Reply reply = http.post(Http.BATCHES, BODY);

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("retry-after")).isEqualTo("7");
    assertThat(reply.errorType()).isEqualTo("rate_limit_error");
    assertThat(reply.json().get("request_id").getAsString()).isEqualTo(reply.header("request-id"));
    assertThat(control.count(Operation.CREATE)).isEqualTo(1);
    assertThat(control.created()).isZero();
    assertThat(http.post(Http.BATCHES, BODY).status()).isEqualTo(200);
    assertThat(control.count(Operation.CREATE)).isEqualTo(2);
    assertThat(control.created()).isEqualTo(1);
  }

  @Test
  void aResponseCanBeScriptedInFull() throws IOException {
    faults
        .on(Operation.CREATE)
        .respond(413, Map.of("Content-Type", "text/html"), "<html>too large</html>");
    Http.Reply reply = http.post(Http.BATCHES, BODY);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.body()).isEqualTo("<html>too large</html>");
    assertThat(reply.headers().get("request-id")).isNull();
  }

  @Test
  void rulesCanWaitRepeatAndStayUntilCleared() throws IOException {
    faults.on(Operation.LIST).after(1).times(2).respond(500);
    int[] seen = new int[4];
    for (int i = 0; i < 4; i++) seen[i] = http.get(Http.BATCHES).status();
    faults.on(Operation.LIST).always().respond(529);
    int overloaded = http.get(Http.BATCHES).status() + http.get(Http.BATCHES).status();
    faults.clear();

    assertThat(seen).containsExactly(200, 500, 500, 200);
    assertThat(overloaded).isEqualTo(2 * 529);
    assertThat(http.get(Http.BATCHES).status()).isEqualTo(200);
    assertThat(control.count(Operation.LIST)).isEqualTo(7);
  }

  @Test
  void aRedirectNamesItsLocation() throws IOException {
    faults.on(Operation.CREATE).redirect(307, "http://127.0.0.1:1/elsewhere");
    Http.Reply reply = http.post(Http.BATCHES, BODY);

    assertThat(reply.status()).isEqualTo(307);
    assertThat(reply.header("location")).isEqualTo("http://127.0.0.1:1/elsewhere");
    assertThat(control.created()).isZero();
  }

  @Test
  void aResetBeforeOrAfterTheRequestProcessesNothing() {
    faults.on(Operation.CREATE).reset();
    faults.on(Operation.CREATE).resetAfterRequest();

    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(() -> http.post(Http.BATCHES, BODY)).isInstanceOf(IOException.class);
      assertThat(control.count(Operation.CREATE)).isEqualTo(i);
    }
    assertThat(control.created()).isZero();
    assertThat(control.requests().get(0).bodySize()).isZero();
    assertThat(control.requests().get(1).bodySize()).isEqualTo(BODY.length());
  }

  @Test
  void aBatchExistsAfterItsResponseWasLost() throws IOException {
    faults.on(Operation.CREATE).loseResponse();

    assertThatThrownBy(() -> http.post(Http.BATCHES, BODY)).isInstanceOf(IOException.class);
    assertThat(control.created()).isEqualTo(1);
    assertThat(http.retrieve(control.ids().get(0)).status()).isEqualTo(200);
  }

  @Test
  void aStaleConnectionIsMetByTheNextRequestWhichIsNotProcessed() throws IOException {
    faults.on(Operation.LIST).closeIdle();

    assertThat(http.get(Http.BATCHES).status()).isEqualTo(200);
    assertThatThrownBy(() -> http.post(Http.BATCHES, BODY)).isInstanceOf(IOException.class);
    assertThat(control.count(Operation.CREATE)).isZero();
    assertThat(http.post(Http.BATCHES, BODY).status()).isEqualTo(200);
    assertThat(control.count(Operation.CREATE)).isEqualTo(1);
  }

  @Test
  void aRetryingClientRecoversFromAStaleConnection() throws IOException {
    Http retrying = new Http(sandbox);
    faults.on(Operation.LIST).closeIdle();

    assertThat(retrying.get(Http.BATCHES).status()).isEqualTo(200);
    assertThat(retrying.post(Http.BATCHES, BODY).status()).isEqualTo(200);
    assertThat(control.created()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Framing.class,
      names = {"CHUNKED", "LENGTH"})
  void aDroppedBodyIsNoticed(Framing framing) throws IOException {
    String id = http.create("a", "b");
    faults.on(Operation.RESULTS).dropBodyAfter(100, framing);

    assertThatThrownBy(() -> http.results(id)).isInstanceOf(IOException.class);
    assertThat(http.results(id).lines()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Framing.class)
  void aTruncatedBodyAppearsComplete(Framing framing) throws IOException {
    String id = http.create("a", "b");
    String whole = http.results(id).body();
    faults.on(Operation.RESULTS).truncate(100, framing);
    Http.Reply cut = http.results(id);

    assertThat(cut.status()).isEqualTo(200);
    assertThat(cut.body()).isEqualTo(whole.substring(0, 100));
    assertThat(http.results(id).body()).isEqualTo(whole);
  }

  @Test
  void truncatingClosesTheConnectionByDefault() throws IOException {
    String id = http.create("a");
    faults.on(Operation.RESULTS).truncate(10);
    Http.Reply cut = http.results(id);

    assertThat(cut.headers().get("content-length")).isNull();
    assertThat(cut.headers().get("transfer-encoding")).isNull();
    assertThat(cut.body()).hasSize(10);
  }

  @Test
  void aStalledBodyEndsOnlyWhenTheClientTimesOut() throws IOException {
    String id = http.create("a", "b");
    Http impatient = new Http(sandbox, plainClient().readTimeout(Duration.ofMillis(50)).build());
    faults.on(Operation.RESULTS).stall(100);

    assertThatThrownBy(() -> impatient.results(id)).isInstanceOf(IOException.class);
    assertThat(http.results(id).lines()).hasSize(2);
  }

  @Test
  void closingTheSandboxEndsAStalledBody() throws IOException {
    String id = http.create("a", "b");
    faults.on(Operation.RESULTS).stall(100);
    Request request =
        new Request.Builder()
            .url(sandbox.anthropicUrl() + Http.BATCHES + "/" + id + "/results")
            .headers(Headers.of("x-api-key", "k", "anthropic-version", "2023-06-01"))
            .build();
    try (Response response = plainClient().build().newCall(request).execute()) {
      BufferedSource body = response.body().source();
      assertThat(body.readByteArray(100)).hasSize(100);
      sandbox.close();

      assertThatThrownBy(body::readByte).isInstanceOf(IOException.class);
    }
  }

  @Test
  void invalidRulesAreRejected() {
    assertThatThrownBy(() -> faults.on(Operation.LIST).times(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> faults.on(Operation.LIST).after(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
