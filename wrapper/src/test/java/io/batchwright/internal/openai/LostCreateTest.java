package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.ScriptedServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for a lost create at a server that is compatible with a vendor's. */
class LostCreateTest {
  private final ScriptedServer server = new ScriptedServer("{}");

  @AfterEach
  void close() {
    server.close();
  }

  private SubmitCandidates found(String metadata) {
    server.script(request -> respond(request, metadata));
    try (BatchClient client = OpenAi.builder().apiKey("k").baseUrl(server.url() + "v1").build()) {
      BatchRequest request = BatchRequest.of("a", Map.of("model", "m"));
      SubmitException lost =
          catchThrowableOfType(SubmitException.class, () -> client.submit(BatchInput.of(request)));
      assertThat(lost.delivery()).isEqualTo(SubmitException.Delivery.MAYBE_CREATED);
      return client.findSubmitted(lost.attempt());
    }
  }

  private static MockResponse respond(RecordedRequest request, String metadata) {
    if (request.getUrl().encodedPath().endsWith("/files")) {
      return ScriptedServer.response(200, "{\"id\":\"file-1\"}");
    }
    if (request.getMethod().equals("POST")) {
      return ScriptedServer.response(504, "Gateway Timeout");
    }
    return ScriptedServer.response(
        200,
        "{\"data\":[{\"id\":\"batch_1\",\"status\":\"validating\",\"created_at\":"
            + Instant.now().getEpochSecond()
            + ",\"metadata\":"
            + metadata
            + "}],\"has_more\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}"})
  void aBatchThatIsListedWithoutMetadataMayBeTheOne(String metadata) {
    SubmitCandidates found = found(metadata);

    assertThat(found.batches()).extracting(status -> status.ref().id()).containsExactly("batch_1");
    assertThat(found.certain()).isFalse();
  }

  @Test
  void aBatchWithMetadataOfOthersIsNot() {
    assertThat(found("{\"owner\":\"someone\"}").batches()).isEmpty();
  }
}
