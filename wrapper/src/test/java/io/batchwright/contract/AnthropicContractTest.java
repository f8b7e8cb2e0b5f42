package io.batchwright.contract;

import com.google.errorprone.annotations.MustBeClosed;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ResultsOptions;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** The contract for Anthropic. */
class AnthropicContractTest extends ProviderContract {
  @Override
  public ClientBuilder<?> builder() {
    return Anthropic.builder();
  }

  @Override
  public String url(Sandbox sandbox) {
    return sandbox.anthropicUrl();
  }

  @Override
  public ProviderControl control(Sandbox sandbox) {
    return sandbox.anthropic();
  }

  @Override
  @MustBeClosed
  public BatchResults readResults(Path file, ResultsOptions options) {
    return Anthropic.readResults(file, options);
  }

  @Override
  public Class<?> responseModel() {
    return Message.class;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.LIST_BEFORE);
  }

  @Override
  public List<BatchState> states() {
    return List.of(BatchState.RUNNING, BatchState.SUCCEEDED);
  }

  @Override
  public BatchState endOfPartlyExpired() {
    return BatchState.SUCCEEDED;
  }

  /** There is no file to name. */
  @Override
  public boolean marksAttempts() {
    return false;
  }

  @Override
  public Map<Capability, List<String>> shownAs() {
    return Map.of();
  }

  @Override
  public boolean uploads() {
    return false;
  }

  @Override
  public String resultsPath() {
    return ".*/results";
  }

  @Override
  public int resultStreams() {
    return 1;
  }

  @Override
  public boolean keepsRecord() {
    return false;
  }

  @Override
  public JsonObject line(String customId, JsonObject body) {
    JsonObject line = new JsonObject();
    line.addProperty("custom_id", customId);
    line.add("params", body);
    return line;
  }

  @Override
  public RawSubmission sendUnchecked(TestBed bed, List<String> lines) {
    String body = "{\"requests\":[" + String.join(",", lines) + "]}";
    RawHttp.Reply response =
        RawHttp.post(
            bed.url() + "/v1/messages/batches",
            RequestBody.create(body, MediaType.get("application/json")));
    if (response.status() != 200) {
      return new RawSubmission(null, response.body());
    }
    String id = JsonParser.parseString(response.body()).getAsJsonObject().get("id").getAsString();
    return new RawSubmission(bed.open(id), "");
  }

  @Override
  public boolean reportsWhyItFailed() {
    return false;
  }

  @Override
  public Wording invalid() {
    return error(400, InvalidRequestException.class, "invalid_request_error");
  }

  @Override
  public Wording quotaExceeded() {
    return error(402, ProviderException.class, "billing_error");
  }

  @Override
  public Wording noAccess() {
    return error(403, AuthenticationException.class, "permission_error");
  }

  private static Wording error(int status, Class<? extends ProviderException> kind, String type) {
    return new Wording(
        status,
        kind,
        type,
        null,
        "{\"type\":\"error\",\"error\":{\"type\":\""
            + type
            + "\",\"message\":\"%s\"},\"request_id\":\"req_test\"}");
  }
}
