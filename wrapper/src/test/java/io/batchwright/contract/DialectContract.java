package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchInput;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.ProviderException;
import io.batchwright.SubmitException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Nested;

/** The contract of the providers of the OpenAI dialect, and what they have in common. */
abstract class DialectContract extends ProviderContract implements FileSubject {
  @Nested
  class Uploads extends UploadsContract {}

  @Nested
  class Files extends FilesContract {}

  /** Returns the default endpoint, as each line names it. */
  abstract String endpoint();

  @Override
  public List<BatchState> states() {
    return List.of(
        BatchState.VALIDATING, BatchState.RUNNING, BatchState.FINALIZING, BatchState.SUCCEEDED);
  }

  @Override
  public BatchState endOfPartlyExpired() {
    return BatchState.EXPIRED;
  }

  @Override
  public boolean marksAttempts() {
    return true;
  }

  @Override
  public Map<Capability, List<String>> shownAs() {
    return Map.of(
        Capability.METADATA, List.of("metadata"),
        Capability.ENDPOINT, List.of("endpoint"),
        Capability.COMPLETION_WINDOW, List.of("completion_window"));
  }

  @Override
  public boolean uploads() {
    return true;
  }

  @Override
  public String resultsPath() {
    return ".*/content";
  }

  /** Succeeded and failed results are in one file each. */
  @Override
  public int resultStreams() {
    return 2;
  }

  @Override
  public boolean keepsRecord() {
    return true;
  }

  @Override
  public JsonObject line(String customId, JsonObject body) {
    JsonObject line = new JsonObject();
    line.addProperty("custom_id", customId);
    line.addProperty("method", "POST");
    line.addProperty("url", endpoint());
    line.add("body", body);
    return line;
  }

  @Override
  public RawSubmission sendUnchecked(TestBed bed, List<String> lines) {
    RawHttp.Reply response = post(bed, lines);
    if (response.status() != 200) {
      return new RawSubmission(null, response.body());
    }
    try {
      return new RawSubmission(
          bed.client().submit(BatchInput.uploaded(fileId(response)), withUploaded()), "");
    } catch (SubmitException e) {
      ProviderException refused = (ProviderException) Objects.requireNonNull(e.getCause());
      return new RawSubmission(null, refused.error().message());
    }
  }

  @Override
  public String upload(TestBed bed, List<String> lines) {
    RawHttp.Reply response = post(bed, lines);
    assertThat(response.status()).isEqualTo(200);
    return fileId(response);
  }

  private static RawHttp.Reply post(TestBed bed, List<String> lines) {
    byte[] content =
        lines.isEmpty()
            ? new byte[0]
            : (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return RawHttp.post(
        bed.url() + "/files",
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("purpose", "batch")
            .addFormDataPart(
                "file",
                "raw.jsonl",
                RequestBody.create(content, MediaType.get("application/jsonl")))
            .build());
  }

  private static String fileId(RawHttp.Reply response) {
    return JsonParser.parseString(response.body()).getAsJsonObject().get("id").getAsString();
  }
}
