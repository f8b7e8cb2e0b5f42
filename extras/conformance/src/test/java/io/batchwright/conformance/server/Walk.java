package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.ListOptions;
import io.batchwright.SubmitOptions;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.SandboxCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes our client send a sandbox every request that it can, in each of its forms. */
final class Walk {
  private static final String CONTENTS =
      """
      {"contents": [{"role": "user", "parts": [{"text": "Hello"}]}]}
      """;
  private static final String MESSAGES =
      """
      {"model": "model-1", "max_tokens": 16, "messages": [{"role": "user", "content": "Hello"}]}
      """;

  private static final Pattern INPUT_FILE =
      Pattern.compile("\"(?:input_file_id|fileName)\": ?\"([^\"]+)\"");

  private final TestBed bed;
  private final BatchClient client;

  private Walk(TestBed bed, BatchClient client) {
    this.bed = bed;
    this.client = client;
  }

  /** Runs through the whole lifecycle with one provider and clients with these settings. */
  static void at(Vendor vendor, TestBed bed, Consumer<ClientBuilder<?>> setting) {
    ProviderControl control = vendor.control(bed.sandbox());
    // Makes the client query how many bytes were received.
    control.faults().on(Operation.UPLOAD_CHUNK).resetAfterRequest();
    for (ClientBuilder<?> builder : vendor.builders()) {
      setting.accept(builder);
      try (BatchClient client = builder.build()) {
        new Walk(bed, client).run();
      }
    }
    assertThat(control.requests())
        .extracting(SandboxCall::operation)
        .hasSameElementsAs(vendor.operations());
  }

  private void run() {
    List<BatchHandle> batches = new ArrayList<>();
    batches.add(client.submit(input("request-1", "request-errored-2"), required()));
    batches.add(client.submit(input("request-1", "request-2"), everything()));
    list(batches.get(0), batches.get(1));
    assertThat(batches.get(0).status().state().terminal()).isFalse();
    bed.runHalf();
    BatchHandle cancelled = client.submit(input("request-1", "request-2"), required());
    assertThat(cancelled.cancel().orElseThrow().status().state()).isEqualTo(BatchState.CANCELLING);
    batches.add(client.open(cancelled.ref()));
    bed.runAll();
    BatchStatus ended = batches.get(0).status();
    assertThat(ended.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(read(batches.get(0))).hasSize(2);
    assertThat(read(batches.get(1))).allMatch(BatchResult.Succeeded.class::isInstance);
    Matcher file = INPUT_FILE.matcher(ended.rawJson());
    if (file.find()) batches.add(client.submit(BatchInput.uploaded(file.group(1)), required()));
    bed.runAll();
    for (BatchHandle batch : batches) batch.delete().orElseThrow();
  }

  private void list(BatchHandle older, BatchHandle newer) {
    assertThat(client.list(ListOptions.all())).hasSizeGreaterThanOrEqualTo(2);
    assertThat(client.list(ListOptions.all().withLimit(1))).hasSize(1);
    String id = newer.ref().id();
    assertThat(client.list(ListOptions.all().withLimit(1).withAfter(id)))
        .extracting(BatchStatus::ref)
        .containsExactly(older.ref());
    if (client.capabilities().contains(Capability.LIST_BEFORE)) {
      assertThat(client.list(ListOptions.all().withLimit(1).withBefore(older.ref().id())))
          .extracting(BatchStatus::ref)
          .containsExactly(newer.ref());
    }
  }

  private static List<BatchResult> read(BatchHandle batch) {
    List<BatchResult> read = new ArrayList<>();
    try (BatchResults results = batch.results()) {
      results.forEach(read::add);
    }
    return read;
  }

  private SubmitOptions required() {
    boolean one = client.capabilities().contains(Capability.MODEL);
    return one ? SubmitOptions.none().withModel("gemini-2.5-flash") : SubmitOptions.none();
  }

  private SubmitOptions everything() {
    SubmitOptions options = required();
    for (Capability capability : client.capabilities()) {
      options =
          switch (capability) {
            case LABEL -> options.withLabel("a label");
            case METADATA -> options.withMetadata(Map.of("project", "one"));
            case COMPLETION_WINDOW -> options.withCompletionWindow(client.limits().longestWindow());
            default -> options;
          };
    }
    return options;
  }

  private BatchInput input(String... customIds) {
    boolean contents = client.capabilities().contains(Capability.MODEL);
    JsonObject body = JsonParser.parseString(contents ? CONTENTS : MESSAGES).getAsJsonObject();
    return BatchInput.of(Stream.of(customIds).map(id -> BatchRequest.of(id, body)).toList());
  }
}
