package io.batchwright.moonshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.openai.DialectReading;
import io.batchwright.testing.ErrorStatusContract;
import org.junit.jupiter.api.Test;

class MoonshotErrorsTest extends ErrorStatusContract {
  @Override
  protected ErrorReader reader() {
    return DialectReading.errors(Moonshot.ERRORS);
  }

  @Override
  protected String body(int status) {
    String type =
        switch (status) {
          case 401 -> "incorrect_api_key_error";
          case 403 -> "permission_denied_error";
          case 404 -> "resource_not_found_error";
          case 429 -> "rate_limit_reached_error";
          default -> status < 500 ? "invalid_request_error" : "server_error";
        };
    return "{'error':{'message':'m','type':'" + type + "'}}";
  }

  @Test
  void quotaThatIsExhaustedIsForTheOwnerOfTheAccount() {
    assertThat(meaning(429, null, "{'error':{'type':'exceeded_current_quota_error'}}"))
        .isEqualTo("ProviderException QUOTA retryable not-executed");
  }

  @Test
  void aMissingHeaderErrorIsRetryable() {
    assertThat(meaning(400, null, "{'error':{'message':'No Kimi-Api-Version'}}"))
        .isEqualTo("ProviderUnavailableException UNAVAILABLE retryable not-executed");
  }
}
