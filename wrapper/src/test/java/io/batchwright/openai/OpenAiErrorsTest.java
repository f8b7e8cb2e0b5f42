package io.batchwright.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.openai.DialectReading;
import io.batchwright.testing.ErrorStatusContract;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiErrorsTest extends ErrorStatusContract {
  @Override
  protected ErrorReader reader() {
    return DialectReading.errors(UnaryOperator.identity());
  }

  @Override
  protected String body(int status) {
    String type =
        status == 429 ? "requests" : status < 500 ? "invalid_request_error" : "server_error";
    String code =
        switch (status) {
          case 429 -> "'rate_limit_exceeded'";
          case 503 -> "'server_is_overloaded'";
          default -> "null";
        };
    return "{'error':{'message':'m','type':'%s','param':null,'code':%s}}".formatted(type, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"insufficient_quota", "billing_hard_limit_reached"})
  void quotaThatIsExhaustedIsForTheOwnerOfTheAccount(String word) {
    for (String member : new String[] {"type", "code"}) {
      assertThat(meaning(429, null, "{'error':{'" + member + "':'" + word + "'}}"))
          .isEqualTo("ProviderException QUOTA retryable not-executed");
    }
  }
}
