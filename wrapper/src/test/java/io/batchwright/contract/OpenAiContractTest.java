package io.batchwright.contract;

import static io.batchwright.Capability.COMPLETION_WINDOW;
import static io.batchwright.Capability.ENDPOINT;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchResults;
import io.batchwright.Capability;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ResultsOptions;
import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Set;

/** The contract for OpenAI. */
class OpenAiContractTest extends DialectContract {
  @Override
  public ClientBuilder<?> builder() {
    return OpenAi.builder();
  }

  @Override
  public String url(Sandbox sandbox) {
    return sandbox.openAiUrl();
  }

  @Override
  public ProviderControl control(Sandbox sandbox) {
    return sandbox.openAi();
  }

  @Override
  @MustBeClosed
  public BatchResults readResults(Path file, ResultsOptions options) {
    return OpenAi.readResults(file, options);
  }

  @Override
  public Class<?> responseModel() {
    return ChatCompletion.class;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(METADATA, ENDPOINT, COMPLETION_WINDOW, UPLOADED_INPUT);
  }

  @Override
  String endpoint() {
    return "/v1/chat/completions";
  }

  @Override
  public boolean reportsWhyItFailed() {
    return true;
  }

  @Override
  public boolean missesInputLate() {
    return true;
  }

  @Override
  public Wording invalid() {
    return new Wording(
        400,
        InvalidRequestException.class,
        "invalid_request_error",
        "invalid_value",
        "{\"error\":{\"message\":\"%s\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_value\"}}");
  }

  @Override
  public Wording quotaExceeded() {
    return new Wording(
        429,
        ProviderException.class,
        "insufficient_quota",
        "insufficient_quota",
        "{\"error\":{\"message\":\"%s\",\"type\":\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}");
  }

  @Override
  public Wording noAccess() {
    return new Wording(
        403,
        AuthenticationException.class,
        "invalid_request_error",
        "model_not_found",
        "{\"error\":{\"message\":\"%s\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"model_not_found\"}}");
  }
}
