package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchState;
import io.batchwright.Capability;
import io.batchwright.ListOptions;
import io.batchwright.SubmitException;
import io.batchwright.SubmitOptions;
import io.batchwright.UnsupportedCapabilityException;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A supported capability is sent to the provider; an unsupported one is refused before anything is
 * sent.
 */
abstract class CapabilitiesContract extends Contract {
  private static final Map<String, String> PAIRS = Map.of("team", "blue", "run", "7");

  @Test
  void theClientReportsTheProvidersCapabilities() {
    assertThat(client.capabilities()).isEqualTo(subject.capabilities());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereWorksAndWhatIsLackedIsRefused(Capability capability) {
    if (client.capabilities().contains(capability)) {
      works(capability);
    } else {
      UnsupportedCapabilityException refused =
          catchThrowableOfType(UnsupportedCapabilityException.class, () -> use(capability));
      assertThat(wire.requests()).isEmpty();
      assertThat(refused.capability()).isEqualTo(capability);
      assertThat(refused.provider()).isEqualTo(client.submit(subject.input(1)).ref().provider());
    }
  }

  private void use(Capability capability) {
    SubmitOptions none = SubmitOptions.none();
    switch (capability) {
      case LABEL -> client.submit(subject.input(1), none.withLabel("nightly"));
      case METADATA -> client.submit(subject.input(1), none.withMetadata(PAIRS));
      case MODEL -> client.submit(subject.input(1), none.withModel("model-1"));
      case ENDPOINT -> client.submit(subject.input(1), none.withEndpoint("/v1/embeddings"));
      case COMPLETION_WINDOW ->
          client.submit(subject.input(1), none.withCompletionWindow(Duration.ofHours(24)));
      case UPLOADED_INPUT -> client.submit(BatchInput.uploaded("file-1"));
      case LIST_BEFORE -> client.list(ListOptions.all().withBefore("any"));
    }
  }

  private void works(Capability capability) {
    SubmitOptions none = SubmitOptions.none();
    switch (capability) {
      case LABEL ->
          assertThat(shown(capability, none.withLabel("nightly")).getAsString())
              .startsWith("nightly");
      case METADATA -> {
        JsonObject metadata = shown(capability, none.withMetadata(PAIRS)).getAsJsonObject();
        PAIRS.forEach((name, value) -> assertThat(text(metadata, name)).isEqualTo(value));
      }
      case MODEL ->
          assertThat(shown(capability, none.withModel("model-1")).getAsString())
              .endsWith("model-1");
      case ENDPOINT -> {
        Map.Entry<String, String> other = subject.otherEndpoint();
        assertThat(shown(capability, none.withEndpoint(other.getKey())).getAsString())
            .endsWith(other.getValue());
      }
      case COMPLETION_WINDOW -> {
        Duration longest = client.limits().longestWindow();
        assertThat(shown(capability, none.withCompletionWindow(longest)).getAsString())
            .isEqualTo(longest.toHours() + "h");
      }
      case UPLOADED_INPUT -> {
        FileSubject files = (FileSubject) subject;
        String line = subject.line("q-000000", subject.body("q-000000")).toString();
        List<String> uploaded = new ArrayList<>(List.of(files.upload(bed, List.of(line))));
        if (subject.uploads()) {
          wire.faults().on(Operation.CREATE).once().respond(429);
          SubmitException error =
              catchThrowableOfType(SubmitException.class, () -> client.submit(subject.input(1)));
          uploaded.add(Objects.requireNonNull(error.uploadedFileId()));
        }
        for (String file : uploaded) {
          BatchHandle batch = client.submit(BatchInput.uploaded(file), files.withUploaded());
          assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
          assertThat(TestRequests.outcomes(TestRequests.read(batch)))
              .containsExactly(TestRequests.succeeded("q-000000"));
        }
      }
      case LIST_BEFORE -> {
        List<String> made = List.of(submit(), submit(), submit());
        assertThat(client.list(ListOptions.all().withBefore(made.get(0))))
            .extracting(status -> status.ref().id())
            .containsExactly(made.get(2), made.get(1));
      }
    }
  }

  /** Returns the value in the status of a batch, where the status shows the option. */
  private JsonElement shown(Capability capability, SubmitOptions options) {
    JsonElement shown = JsonParser.parseString(raw(options));
    for (String name : Objects.requireNonNull(subject.shownAs().get(capability))) {
      shown = shown.getAsJsonObject().get(name);
    }
    return shown;
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private String raw(SubmitOptions options) {
    BatchHandle batch = client.submit(subject.input(1), options);
    timer.advance(TestBed.BATCH_TIME);
    assertThat(batch.status().state()).isEqualTo(BatchState.SUCCEEDED);
    return batch.status().rawJson();
  }

  private String submit() {
    timer.advance(Duration.ofSeconds(1));
    return client.submit(subject.input(1)).ref().id();
  }
}
