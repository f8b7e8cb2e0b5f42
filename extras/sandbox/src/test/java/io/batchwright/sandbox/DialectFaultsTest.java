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
import org.junit.jupiter.params.provider.EnumSource;

class DialectFaultsTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().batchTime(Duration.ZERO).start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          OPENAI   | 429 | "type":"requests","param":null,"code":"rate_limit_exceeded"
          OPENAI   | 500 | "type":"server_error","param":null,"code":null
          OPENAI   | 503 | "type":"server_error","param":null,"code":"server_is_overloaded"
          OPENAI   | 403 | "type":"invalid_request_error","param":null,"code":null
          MOONSHOT | 429 | "type":"rate_limit_reached_error"
          MOONSHOT | 403 | "type":"permission_denied_error"
          MOONSHOT | 404 | "type":"resource_not_found_error"
          MOONSHOT | 500 | "type":"server_error"
          ZHIPU    | 429 | "code":"1302"
          ZHIPU    | 403 | "code":"1220"
          ZHIPU    | 500 | "code":"1234"
          """)
  void aScriptedStatusHasTheProvidersBody(Dialect dialect, int status, String part)
      throws IOException {
    dialect.control(sandbox).faults().on(Operation.LIST).header("Retry-After", "7").respond(status);
    Http.Reply reply = client(dialect).http().get("/batches");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("retry-after")).isEqualTo("7");
    assertThat(reply.body()).startsWith("{\"error\":{").contains(part);
    assertThat(client(dialect).http().get("/batches").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFileOrABatchExistsAfterItsResponseWasLost(Dialect dialect) throws IOException {
    DialectHttp http = client(dialect);
    ProviderControl control = dialect.control(sandbox);
    control.faults().on(Operation.UPLOAD).loseResponse();
    control.faults().on(Operation.CREATE).loseResponse();
    String lines = dialect.lines("number-a");

    assertThatThrownBy(() -> http.upload("in.jsonl", lines)).isInstanceOf(IOException.class);
    assertThat(control.files()).hasSize(1);
    String file = control.files().get(0);
    assertThatThrownBy(() -> http.createFrom(file)).isInstanceOf(IOException.class);
    assertThat(control.created()).isEqualTo(1);
    assertThat(http.retrieve(control.ids().get(0)).status()).isEqualTo(200);
  }

  @Test
  void anUploadThatIsResetStoresNothing() throws IOException {
    DialectHttp http = client(Dialect.OPENAI);
    sandbox.openAi().faults().on(Operation.UPLOAD).reset();
    sandbox.openAi().faults().on(Operation.UPLOAD).resetAfterRequest();
    sandbox.openAi().faults().on(Operation.UPLOAD).respond(500);

    assertThatThrownBy(() -> http.upload("in.jsonl", "{}")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> http.upload("in.jsonl", "{}")).isInstanceOf(IOException.class);
    assertThat(http.upload("in.jsonl", "{}").status()).isEqualTo(500);
    assertThat(sandbox.openAi().count(Operation.UPLOAD)).isEqualTo(3);
    assertThat(sandbox.openAi().files()).isEmpty();
  }

  @Test
  void aCutBodyIsNoticedByItsLength() throws IOException {
    DialectHttp http = client(Dialect.OPENAI);
    String id = http.create("a", "b");
    String whole = http.output(id).body();
    sandbox.openAi().faults().on(Operation.RESULTS).dropBodyAfter(100, Framing.LENGTH);
    sandbox.openAi().faults().on(Operation.RESULTS).truncate(100);

    assertThatThrownBy(() -> http.output(id)).isInstanceOf(IOException.class);
    assertThat(http.output(id).body()).isEqualTo(whole.substring(0, 100));
    assertThat(http.output(id).body()).isEqualTo(whole);
  }

  @Test
  void eachOperationHasItsOwnFaults() throws IOException {
    Http http = client(Dialect.OPENAI).http();
    FaultScript faults = sandbox.openAi().faults();
    for (Operation operation : Operation.values()) faults.on(operation).respond(500);

    assertThat(http.get("/batches").status()).isEqualTo(500);
    assertThat(http.get("/batches/x").status()).isEqualTo(500);
    assertThat(http.post("/batches", "{}").status()).isEqualTo(500);
    assertThat(http.post("/batches/x/cancel", "").status()).isEqualTo(500);
    assertThat(http.post("/files", "").status()).isEqualTo(500);
    assertThat(http.get("/files").status()).isEqualTo(500);
    assertThat(http.get("/files/x").status()).isEqualTo(500);
    assertThat(http.get("/files/x/content").status()).isEqualTo(500);
    assertThat(http.delete("/files/x").status()).isEqualTo(500);
    assertThat(http.get("/batches").status()).isEqualTo(200);
  }

  private DialectHttp client(Dialect dialect) {
    OkHttpClient once = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    return new DialectHttp(dialect, sandbox, once);
  }
}
