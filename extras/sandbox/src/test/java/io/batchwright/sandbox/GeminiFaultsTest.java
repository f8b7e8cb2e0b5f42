package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiFaultsTest {
  private Sandbox sandbox;
  private GeminiHttp http;
  private FaultScript faults;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
    OkHttpClient once = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    http = new GeminiHttp(sandbox, once);
    faults = sandbox.gemini().faults();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT",
    "401, UNAUTHENTICATED",
    "403, PERMISSION_DENIED",
    "404, NOT_FOUND",
    "429, RESOURCE_EXHAUSTED",
    "500, INTERNAL",
    "502, INTERNAL",
    "503, UNAVAILABLE",
    "504, DEADLINE_EXCEEDED"
  })
  void aScriptedStatusHasTheProvidersBody(int status, String name) throws IOException {
    faults.on(Operation.LIST).header("Retry-After", "7").respond(status);
    Http.Reply reply = http.http().get("/v1beta/batches");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("retry-after")).isEqualTo("7");
    assertThat(reply.json())
        .isEqualTo(
            GeminiHttp.json(
                """
                {'error':{'code':%1$d,'message':'Scripted status %1$d.','status':'%2$s'}}"""
                    .formatted(status, name)));
    assertThat(http.http().get("/v1beta/batches").status()).isEqualTo(200);
  }

  @Test
  void aCreateThatIsResetHalfwayCreatesNothing() throws IOException {
    String body = GeminiHttp.body("a", "b").toString();
    faults.on(Operation.CREATE).resetDuring(50);
    faults.on(Operation.CREATE).resetDuring(body.length());

    assertThatThrownBy(() -> http.http().post(GeminiHttp.CREATE, body))
        .isInstanceOf(IOException.class);
    assertThat(sandbox.gemini().created()).isZero();
    assertThat(sandbox.gemini().requests().get(0).bodySize()).isEqualTo(50);
    assertThatThrownBy(() -> http.http().post(GeminiHttp.CREATE, body))
        .isInstanceOf(IOException.class);
    assertThat(sandbox.gemini().created()).isEqualTo(1);
  }

  @Test
  void aBodyWithInlineResultsCanBeCut() throws IOException {
    String name = http.create("a");
    String whole = http.retrieve(name).body();
    faults.on(Operation.RETRIEVE).truncate(100);
    faults.on(Operation.RETRIEVE).dropBodyAfter(100);

    assertThat(http.retrieve(name).body()).isEqualTo(whole.substring(0, 100));
    assertThatThrownBy(() -> http.retrieve(name)).isInstanceOf(IOException.class);
    assertThat(http.retrieve(name).body()).isEqualTo(whole);
  }

  @Test
  void eachOperationHasItsOwnFaults() throws IOException {
    Http plain = http.http();
    String upload = sandbox.geminiUrl() + "/upload/v1/files?upload_id=x";
    for (Operation operation : Operation.values()) faults.on(operation).respond(500);

    assertThat(plain.get("/v1/batches").status()).isEqualTo(500);
    assertThat(plain.get("/v1/batches/x").status()).isEqualTo(500);
    assertThat(plain.post(GeminiHttp.CREATE, "{}").status()).isEqualTo(500);
    assertThat(plain.post("/v1/batches/x:cancel", "").status()).isEqualTo(500);
    assertThat(http.start("a", 1).status()).isEqualTo(500);
    assertThat(http.chunk(upload, "upload, finalize", 0, "a").status()).isEqualTo(500);
    assertThat(http.query(upload).status()).isEqualTo(500);
    assertThat(plain.get("/v1/files").status()).isEqualTo(500);
    assertThat(plain.get("/v1/files/x").status()).isEqualTo(500);
    assertThat(plain.get("/v1/files/x:download").status()).isEqualTo(500);
    assertThat(plain.delete("/v1/files/x").status()).isEqualTo(500);
    assertThat(plain.get("/v1/batches").status()).isEqualTo(200);
  }
}
