package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scripted error can have the provider's error code. */
class FaultCodesTest {
  @ParameterizedTest
  @CsvSource({
    "429, enforced_spend_limit_reached, rate_limit_error",
    "400, cmek_key_disabled, invalid_request_error",
    "403, sandbox_egress_restricted, permission_error",
  })
  void anthropicsIsASlugInTheDetails(int status, String slug, String type) throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.anthropic().faults().on(Operation.CREATE).once().respond(status, slug);
      Http.Reply refused = new Http(sandbox).post(Http.BATCHES, Http.requests("a"));

      assertThat(refused.status()).isEqualTo(status);
      assertThat(refused.errorType()).isEqualTo(type);
      assertThat(refused.json().getAsJsonObject("error").get("details"))
          .hasToString("{\"error_code\":\"" + slug + "\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({"OPENAI, code", "MOONSHOT, type", "ZHIPU, code"})
  void theDialectsIsInTheError(Dialect dialect, String member) throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      dialect.control(sandbox).faults().on(Operation.LIST).once().respond(429, "1113");
      Http.Reply refused = new DialectHttp(dialect, sandbox).http().get("/batches");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().getAsJsonObject("error").get(member).getAsString())
          .isEqualTo("1113");
    }
  }

  @Test
  void geminisIsTheStatus() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.gemini().faults().on(Operation.LIST).once().respond(400, "FAILED_PRECONDITION");
      Http.Reply refused = new GeminiHttp(sandbox).http().get("/v1beta/batches");

      assertThat(refused.json().getAsJsonObject("error").get("status").getAsString())
          .isEqualTo("FAILED_PRECONDITION");
    }
  }

  @Test
  void openAisRefusalsAreAsCaptured() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().apiKey("k").start()) {
      DialectHttp http = new DialectHttp(Dialect.OPENAI, sandbox);
      Http.Reply unknown = http.retrieve("batch_x");
      http.http().headers("Authorization", "Bearer other");
      Http.Reply badKey = http.retrieve("batch_x");

      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.json().get("error"))
          .hasToString(
              """
              {"message":"No batch found with id 'batch_x'.","type":"invalid_request_error",\
              "param":null,"code":null}""");
      assertThat(badKey.status()).isEqualTo(401);
      assertThat(badKey.json().getAsJsonObject("error").get("code").getAsString())
          .isEqualTo("invalid_api_key");
    }
  }
}
