package io.batchwright.contract;

import static io.batchwright.Capability.ENDPOINT;
import static io.batchwright.Capability.LABEL;
import static io.batchwright.Capability.MODEL;
import static io.batchwright.Capability.UPLOADED_INPUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.MustBeClosed;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.AuthenticationException;
import io.batchwright.BatchInput;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.InvalidRequestException;
import io.batchwright.ProviderException;
import io.batchwright.ResultsOptions;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import io.batchwright.client.gemini.model.GenerateContentResponse;
import io.batchwright.gemini.Gemini;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The contract for Gemini, with inline requests or a file. */
abstract class GeminiContract extends ProviderContract implements FileSubject {
  @Override
  public String url(Sandbox sandbox) {
    return sandbox.geminiUrl();
  }

  @Override
  public ProviderControl control(Sandbox sandbox) {
    return sandbox.gemini();
  }

  @Override
  @MustBeClosed
  public BatchResults readResults(Path file, ResultsOptions options) {
    return Gemini.readResults(file, options);
  }

  @Override
  public Class<?> responseModel() {
    return GenerateContentResponse.class;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(LABEL, MODEL, ENDPOINT, UPLOADED_INPUT);
  }

  @Override
  public List<BatchState> states() {
    return List.of(BatchState.QUEUED, BatchState.RUNNING, BatchState.SUCCEEDED);
  }

  @Override
  public BatchState endOfPartlyExpired() {
    return BatchState.EXPIRED;
  }

  /** Only those that ran are among the results. */
  @Override
  public boolean returnsExpired() {
    return false;
  }

  /** Until then it counts as finalizing. */
  @Override
  public boolean endsBeforeItsResults() {
    return false;
  }

  @Override
  public BatchState stuck() {
    return BatchState.QUEUED;
  }

  @Override
  public BatchState endOfCancelled(BatchState when) {
    return when == BatchState.QUEUED ? BatchState.CANCELLED : BatchState.SUCCEEDED;
  }

  @Override
  public boolean showsCancelling() {
    return false;
  }

  @Override
  public boolean listsNewestFirst() {
    return false;
  }

  @Override
  public boolean marksAttempts() {
    return true;
  }

  @Override
  public boolean namesRequests() {
    return false;
  }

  @Override
  public Map<Capability, List<String>> shownAs() {
    return Map.of(
        LABEL, List.of("metadata", "displayName"),
        MODEL, List.of("metadata", "model"),
        ENDPOINT, List.of("metadata", "@type"));
  }

  @Override
  public Map.Entry<String, String> otherEndpoint() {
    return Map.entry(Gemini.EMBED_CONTENT, ".EmbedContentBatch");
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
  public boolean reportsWhyItFailed() {
    return false;
  }

  @Override
  public JsonObject body(String customId) {
    JsonObject part = new JsonObject();
    part.addProperty("text", TestRequests.prompt(customId));
    JsonArray parts = new JsonArray();
    parts.add(part);
    JsonObject turn = new JsonObject();
    turn.addProperty("role", "user");
    turn.add("parts", parts);
    JsonArray turns = new JsonArray();
    turns.add(turn);
    JsonObject body = new JsonObject();
    body.addProperty("model", "model-1");
    body.add("contents", turns);
    return body;
  }

  @Override
  public JsonObject line(String customId, JsonObject body) {
    JsonObject line = new JsonObject();
    line.addProperty("key", customId);
    line.add("request", body);
    return line;
  }

  /**
   * Keys are a convention, the model is not part of the requests, and how the provider handles an
   * unknown member is unverified.
   */
  @Override
  public Set<BadLine> refusedByTheLibraryAlone() {
    return EnumSet.of(
        BadLine.NO_ID,
        BadLine.BLANK_ID,
        BadLine.TWICE,
        BadLine.NO_MODEL,
        BadLine.NUMBER_MODEL,
        BadLine.TWO_MODELS,
        BadLine.STREAM);
  }

  @Override
  public SubmitOptions withUploaded() {
    return SubmitOptions.none().withModel("model-1");
  }

  /** Sends them in a file, because an inline create must be valid JSON as a whole. */
  @Override
  public RawSubmission sendUnchecked(TestBed bed, List<String> lines) {
    try {
      return new RawSubmission(
          bed.client().submit(BatchInput.uploaded(upload(bed, lines)), withUploaded()), "");
    } catch (SubmitException e) {
      ProviderException refused = (ProviderException) Objects.requireNonNull(e.getCause());
      return new RawSubmission(null, refused.error().message());
    }
  }

  @Override
  public String upload(TestBed bed, List<String> lines) {
    byte[] content =
        lines.stream()
            .map(line -> line + "\n")
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8);
    RawHttp.Reply started =
        RawHttp.post(
            bed.url() + "/upload/v1beta/files",
            RequestBody.create("{}", MediaType.get("application/json")),
            "X-Goog-Upload-Protocol",
            "resumable",
            "X-Goog-Upload-Command",
            "start",
            "X-Goog-Upload-Header-Content-Length",
            String.valueOf(content.length),
            "X-Goog-Upload-Header-Content-Type",
            "application/jsonl");
    assertThat(started.status()).isEqualTo(200);
    RawHttp.Reply stored =
        RawHttp.post(
            Objects.requireNonNull(started.headers().get("x-goog-upload-url")),
            RequestBody.create(content, MediaType.get("application/jsonl")),
            "X-Goog-Upload-Command",
            "upload, finalize",
            "X-Goog-Upload-Offset",
            "0");
    assertThat(stored.status()).isEqualTo(200);
    return JsonParser.parseString(stored.body())
        .getAsJsonObject()
        .getAsJsonObject("file")
        .get("name")
        .getAsString();
  }

  @Override
  public boolean missesInputLate() {
    return false;
  }

  @Override
  public Wording invalid() {
    return error(400, InvalidRequestException.class, "INVALID_ARGUMENT", null);
  }

  /** Every quota is renewed in time; the error that is not is an account without billing. */
  @Override
  public Wording quotaExceeded() {
    return error(400, InvalidRequestException.class, "FAILED_PRECONDITION", null);
  }

  @Override
  public Wording noAccess() {
    return error(403, AuthenticationException.class, "PERMISSION_DENIED", "SERVICE_DISABLED");
  }

  private static Wording error(
      int status, Class<? extends ProviderException> kind, String name, @Nullable String reason) {
    String details =
        reason == null
            ? ""
            : ",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\""
                + reason
                + "\"}]";
    return new Wording(
        status,
        kind,
        name,
        reason,
        "{\"error\":{\"code\":"
            + status
            + ",\"message\":\"%s\",\"status\":\""
            + name
            + "\""
            + details
            + "}}");
  }
}
