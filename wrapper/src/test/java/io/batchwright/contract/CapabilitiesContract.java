package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a provider can do shows on the wire; what it lacks is refused before anything is sent. */
abstract class CapabilitiesContract extends Contract {
  private static final Map<String, String> PAIRS = Map.of("team", "blue", "run", "7");

  @Test
  void theClientSaysWhatTheProviderCanDo() {
    assertThat(client.capabilities()).isEqualTo(subject.capabilities());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereWorksAndWhatIsLackedIsRefused(Capability capability) {
    if (client.capabilities().contains(capability)) {
      works(capability);
    } else {
      UnsupportedCapabilityException refused =
          catchThrowableOfType(UnsupportedCapabilityException.class, () -> askFor(capability));
      assertThat(wire.requests()).isEmpty();
      assertThat(refused.capability()).isEqualTo(capability);
      assertThat(refused.provider()).isEqualTo(client.submit(Questions.ask(1)).ref().provider());
    }
  }

  private void askFor(Capability capability) {
    SubmitOptions none = SubmitOptions.NONE;
    switch (capability) {
      case LABEL -> client.submit(Questions.ask(1), none.label("nightly"));
      case METADATA -> client.submit(Questions.ask(1), none.metadata(PAIRS));
      case MODEL -> client.submit(Questions.ask(1), none.model("model-1"));
      case ENDPOINT -> client.submit(Questions.ask(1), none.endpoint("/v1/embeddings"));
      case COMPLETION_WINDOW ->
          client.submit(Questions.ask(1), none.completionWindow(Duration.ofHours(24)));
      case UPLOADED_INPUT -> client.submit(BatchInput.uploaded("file-1"));
      case LIST_BEFORE -> client.list(ListOptions.ALL.before("any"));
    }
  }

  private void works(Capability capability) {
    SubmitOptions none = SubmitOptions.NONE;
    switch (capability) {
      case METADATA -> assertThat(raw(none.metadata(PAIRS))).contains("\"team\":\"blue\"");
      case ENDPOINT -> {
        String other = subject.line("q-000001", Questions.body("x")).get("url").getAsString();
        String embeddings = other.replace("chat/completions", "embeddings");
        assertThat(raw(none.endpoint(embeddings))).contains("\"endpoint\":\"" + embeddings + "\"");
      }
      case COMPLETION_WINDOW -> {
        Duration longest = client.limits().longestWindow();
        assertThat(raw(none.completionWindow(longest)))
            .contains("\"completion_window\":\"" + longest.toHours() + "h\"");
      }
      case UPLOADED_INPUT -> {
        wire.faults().on(Operation.CREATE).once().answer(429);
        SubmitException error =
            catchThrowableOfType(SubmitException.class, () -> client.submit(Questions.ask(1)));
        String file = Objects.requireNonNull(error.uploadedFileId());
        BatchHandle batch = client.submit(BatchInput.uploaded(file));
        assertThat(stage.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
      }
      case LIST_BEFORE -> {
        List<String> made = List.of(submit(), submit(), submit());
        assertThat(client.list(ListOptions.ALL.before(made.get(0))))
            .extracting(status -> status.ref().id())
            .containsExactly(made.get(2), made.get(1));
      }
      case LABEL, MODEL ->
          throw new AssertionError("No provider had it yet: say here how it shows");
    }
  }

  private String raw(SubmitOptions options) {
    BatchHandle batch = client.submit(Questions.ask(1), options);
    timer.advance(Stage.BATCH_TIME);
    assertThat(batch.status().state()).isEqualTo(BatchState.SUCCEEDED);
    return batch.status().rawJson();
  }

  private String submit() {
    timer.advance(Duration.ofSeconds(1));
    return client.submit(Questions.ask(1)).ref().id();
  }
}
