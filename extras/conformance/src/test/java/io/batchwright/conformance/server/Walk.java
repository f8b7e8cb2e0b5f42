package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.Capability;
import io.batchwright.ListOptions;
import io.batchwright.SubmitOptions;
import io.batchwright.conformance.stage.Stage;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes our client send every request that it can, in each of its forms, to a sandbox. */
final class Walk {
  private static final String CONTENTS =
      """
      {"contents": [{"role": "user", "parts": [{"text": "%s"}]}]}
      """;
  private static final String MESSAGES =
      """
      {"model": "model-1", "max_tokens": 16, "messages": [{"role": "user", "content": "%s"}]}
      """;

  private static final Pattern INPUT_FILE =
      Pattern.compile("\"(?:input_file_id|fileName)\": ?\"([^\"]+)\"");

  private final Vendor vendor;
  private final Stage stage;
  private final BatchClient client;
  private final Set<Capability> can;

  Walk(Vendor vendor, Stage stage, BatchClient client) {
    this.vendor = vendor;
    this.stage = stage;
    this.client = client;
    this.can = client.capabilities();
  }

  void run() {
    ProviderControl control = vendor.control(stage.sandbox());
    // So that the client asks how much has come.
    control.faults().on(Operation.UPLOAD_CHUNK).resetAfterRequest();
    BatchHandle plain = client.submit(input("request-1", "request-errored-2"), required());
    BatchHandle rich = client.submit(input("request-1"), everything());
    list(plain, rich);
    assertThat(plain.status().state().terminal()).isFalse();
    stage.runHalf();
    cancel(client.submit(input("request-1", "request-2"), required()));
    stage.runAll();
    BatchStatus ended = plain.status();
    assertThat(ended.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(read(plain)).isEqualTo(2);
    if (can.contains(Capability.UPLOADED_INPUT)) submitAgain(ended);
    plain.delete().orElseThrow();
    rich.delete().orElseThrow();
    assertThat(control.requests())
        .extracting(SandboxCall::operation)
        .containsOnlyElementsOf(vendor.operations());
  }

  private void list(BatchHandle older, BatchHandle newer) {
    assertThat(client.list(ListOptions.ALL)).hasSize(2);
    assertThat(client.list(ListOptions.limit(1))).hasSize(1);
    String id = newer.ref().id();
    assertThat(client.list(ListOptions.limit(1).after(id)))
        .extracting(BatchStatus::ref)
        .containsExactly(older.ref());
    if (can.contains(Capability.LIST_BEFORE)) {
      assertThat(client.list(ListOptions.limit(1).before(older.ref().id())))
          .extracting(BatchStatus::ref)
          .containsExactly(newer.ref());
    }
  }

  private void cancel(BatchHandle batch) {
    CancellingBatch cancelling = batch.cancel().orElseThrow();
    assertThat(cancelling.status().state()).isEqualTo(BatchState.CANCELLING);
  }

  private void submitAgain(BatchStatus batch) {
    Matcher file = INPUT_FILE.matcher(batch.rawJson());
    if (!file.find()) return; // Gemini's requests were in the create
    BatchHandle again = client.submit(BatchInput.uploaded(file.group(1)), required());
    stage.runAll();
    assertThat(read(again)).isEqualTo(2);
  }

  private static int read(BatchHandle batch) {
    try (BatchResults results = batch.results()) {
      int read = 0;
      for (var unused : results) read++;
      return read;
    }
  }

  private SubmitOptions required() {
    return can.contains(Capability.MODEL)
        ? SubmitOptions.NONE.model("gemini-2.5-flash")
        : SubmitOptions.NONE;
  }

  private SubmitOptions everything() {
    SubmitOptions options = required();
    if (can.contains(Capability.LABEL)) options = options.label("a label");
    if (can.contains(Capability.METADATA)) options = options.metadata(Map.of("project", "one"));
    if (can.contains(Capability.COMPLETION_WINDOW)) {
      options = options.completionWindow(client.limits().longestWindow());
    }
    return options;
  }

  private BatchInput input(String... customIds) {
    return BatchInput.of(
        Stream.of(customIds).map(id -> BatchRequest.of(id, body("Hello " + id))).toList());
  }

  private JsonObject body(String prompt) {
    String body = can.contains(Capability.MODEL) ? CONTENTS : MESSAGES;
    return JsonParser.parseString(body.formatted(prompt)).getAsJsonObject();
  }
}
