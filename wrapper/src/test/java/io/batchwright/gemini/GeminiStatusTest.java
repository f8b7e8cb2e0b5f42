package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.ErrorKind;
import io.batchwright.RequestCounts;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.internal.json.WireJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiStatusTest {
  private static BatchStatus read(String metadata, String... members) {
    String json = MockGemini.operation(metadata, members);
    Operation operation =
        WireJson.decode(JsonParser.parseString(json).getAsJsonObject(), Operation.class);
    return GeminiStatus.of(new BatchRef("gemini", "batches/b1", null), operation, null, json);
  }

  private static BatchState state(String word, String... members) {
    return read("\"state\":\"" + word + "\"", members).state();
  }

  @ParameterizedTest
  @CsvSource({
    "BATCH_STATE_UNSPECIFIED, QUEUED",
    "BATCH_STATE_PENDING, QUEUED",
    "JOB_STATE_QUEUED, QUEUED",
    "BATCH_STATE_RUNNING, RUNNING",
    "JOB_STATE_RUNNING, RUNNING",
    "JOB_STATE_CANCELLING, CANCELLING",
    "BATCH_STATE_SUCCEEDED, FINALIZING",
    "BATCH_STATE_FAILED, FAILED",
    "JOB_STATE_FAILED, FAILED",
    "BATCH_STATE_CANCELLED, CANCELLED",
    "BATCH_STATE_EXPIRED, EXPIRED",
    "BATCH_STATE_THROTTLED, UNKNOWN",
    "odd, UNKNOWN"
  })
  void readsTheStateAfterEitherPrefix(String word, BatchState state) {
    assertThat(state(word)).isEqualTo(state);
    assertThat(read("\"state\":\"" + word + "\"").rawState()).isEqualTo(word);
  }

  @Test
  void noStateAtAllIsQueued() {
    assertThat(read("").state()).isEqualTo(BatchState.QUEUED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"done\":true", "\"response\":{\"x\":1}", "\"error\":{\"code\":3}"})
  void hasSucceededOnceThereIsMoreThanTheWord(String member) {
    assertThat(state("BATCH_STATE_SUCCEEDED", member)).isEqualTo(BatchState.SUCCEEDED);
  }

  @Test
  void anOutputIsOneOnceThereIsSomethingInIt() {
    String output = "\"state\":\"BATCH_STATE_SUCCEEDED\",\"output\":";

    assertThat(read(output + "{\"responsesFile\":\"files/a\"}").state())
        .isEqualTo(BatchState.SUCCEEDED);
    assertThat(read(output + "{}", "\"response\":null").state()).isEqualTo(BatchState.FINALIZING);
  }

  @ParameterizedTest
  @CsvSource({"BATCH_STATE_CANCELLED, CANCELLED", "BATCH_STATE_EXPIRED, EXPIRED"})
  void theStateDecidesBeforeTheError(String word, BatchState state) {
    assertThat(state(word, "\"done\":true", "\"error\":{\"code\":13}")).isEqualTo(state);
  }

  @Test
  void doneProvesAnEndOfAStateThatIsNotKnown() {
    assertThat(state("BATCH_STATE_NEW", "\"done\":true", "\"response\":{}"))
        .isEqualTo(BatchState.SUCCEEDED);
    assertThat(state("BATCH_STATE_NEW", "\"done\":true", "\"error\":{\"code\":8}"))
        .isEqualTo(BatchState.FAILED);
    assertThat(state("BATCH_STATE_NEW", "\"done\":false")).isEqualTo(BatchState.UNKNOWN);
  }

  private static RequestCounts.Builder five() {
    return RequestCounts.builder().total(5);
  }

  @Test
  void countsAreTextsOrNumbersAndAbsentIfZero() {
    String stats = "\"batchStats\":{\"requestCount\":\"5\",\"successfulRequestCount\":2}";

    assertThat(read(stats).counts()).isEqualTo(five().processing(3).succeeded(2).build());
    assertThat(read("\"state\":\"BATCH_STATE_CANCELLED\"," + stats).counts())
        .isEqualTo(five().succeeded(2).cancelled(3).build());
    assertThat(read("\"state\":\"BATCH_STATE_EXPIRED\"," + stats).counts())
        .isEqualTo(five().succeeded(2).expired(3).build());
    assertThat(read("").counts()).isEqualTo(RequestCounts.NONE);
    String failed = ",\"failedRequestCount\":\"1\",\"pendingRequestCount\":2}";
    assertThat(read(stats.replace("}", failed)).counts())
        .isEqualTo(five().processing(2).succeeded(2).errored(1).build());
    assertThat(read("\"batchStats\":{\"pendingRequestCount\":\"2\"}").counts().total())
        .isEqualTo(2);
  }

  @Test
  void aCountBeyondTheRangeOfIntIsReadWhole() {
    assertThat(read("\"batchStats\":{\"requestCount\":\"5000000000\"}").counts().total())
        .isEqualTo(5_000_000_000L);
  }

  @Test
  void readsTimesToTheNanosecond() {
    BatchStatus status =
        read(
            "\"createTime\":\"2026-08-19T14:34:12.267870162Z\",\"endTime\":\"2026-08-19T15:00:00Z\"");

    assertThat(status.createdAt()).isEqualTo(Instant.parse("2026-08-19T14:34:12.267870162Z"));
    assertThat(status.endedAt()).isEqualTo(Instant.parse("2026-08-19T15:00:00Z"));
  }

  @Test
  void namesTheCodeOfAnErrorAlsoWithoutAMessage() {
    assertThat(read("\"state\":\"BATCH_STATE_FAILED\"", "\"error\":{\"code\":8}").errors())
        .singleElement()
        .returns("RESOURCE_EXHAUSTED", ApiError::type)
        .returns("8", ApiError::code)
        .returns("RESOURCE_EXHAUSTED (8)", ApiError::message)
        .returns("RESOURCE_EXHAUSTED (8)", ApiError::text)
        .returns(ErrorKind.RATE_LIMITED, ApiError::kind);
    assertThat(read("", "\"error\":{\"code\":3,\"message\":\"Bad.\"}").errors())
        .singleElement()
        .returns("INVALID_ARGUMENT", ApiError::type)
        .returns("Bad. (3)", ApiError::text)
        .returns(false, ApiError::retryable);
  }
}
