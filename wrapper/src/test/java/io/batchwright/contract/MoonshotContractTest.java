package io.batchwright.contract;

import static io.batchwright.Capability.COMPLETION_WINDOW;
import static io.batchwright.Capability.METADATA;
import static io.batchwright.Capability.UPLOADED_INPUT;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchResults;
import io.batchwright.Capability;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ResultsOptions;
import io.batchwright.client.moonshot.model.ChatCompletion;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Set;

/** The contract for Moonshot. */
class MoonshotContractTest extends DialectContract {
  @Override
  public ClientBuilder<?> builder() {
    return Moonshot.builder();
  }

  @Override
  public String url(Sandbox sandbox) {
    return sandbox.moonshotUrl();
  }

  @Override
  public ProviderControl control(Sandbox sandbox) {
    return sandbox.moonshot();
  }

  @Override
  @MustBeClosed
  public BatchResults readResults(Path file, ResultsOptions options) {
    return Moonshot.readResults(file, options);
  }

  @Override
  public Class<?> responseModel() {
    return ChatCompletion.class;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(METADATA, COMPLETION_WINDOW, UPLOADED_INPUT);
  }

  @Override
  String endpoint() {
    return "/v1/chat/completions";
  }

  @Override
  public boolean reportsWhyItFailed() {
    return false;
  }

  /** The order of its lists is not documented. */
  @Override
  public boolean listsNewestFirst() {
    return false;
  }

  @Override
  public boolean missesInputLate() {
    return false;
  }

  @Override
  public Wording invalid() {
    return new Wording(
        400,
        InvalidRequestException.class,
        "invalid_request_error",
        null,
        "{\"error\":{\"message\":\"%s\",\"type\":\"invalid_request_error\"}}");
  }

  @Override
  public Wording quotaExceeded() {
    return new Wording(
        429,
        ProviderException.class,
        "exceeded_current_quota_error",
        null,
        "{\"error\":{\"message\":\"%s\",\"type\":\"exceeded_current_quota_error\"}}");
  }

  @Override
  public Wording noAccess() {
    return new Wording(
        403,
        AuthenticationException.class,
        "permission_denied_error",
        null,
        "{\"error\":{\"message\":\"%s\",\"type\":\"permission_denied_error\"}}");
  }
}
