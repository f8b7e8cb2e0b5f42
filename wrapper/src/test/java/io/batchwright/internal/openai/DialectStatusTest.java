package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.ApiError;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.ErrorKind;
import io.batchwright.RequestCounts;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.internal.json.WireJson;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectStatusTest {
  private static final BatchRef REF = new BatchRef("openai", "batch_1", null);

  private static BatchStatus read(String batch) {
    String json = batch.replace('\'', '"');
    JsonObject parsed = JsonParser.parseString(json).getAsJsonObject();
    return new DialectStatus(new DialectErrors(UnaryOperator.identity()))
        .of(REF, WireJson.decode(parsed, Batch.class), null, json);
  }

  @ParameterizedTest
  @CsvSource({
    "validating, VALIDATING",
    "in_progress, RUNNING",
    "finalizing, FINALIZING",
    "cancelling, CANCELLING",
    "completed, SUCCEEDED",
    "failed, FAILED",
    "cancelled, CANCELLED",
    "expired, EXPIRED",
    "Completed, SUCCEEDED",
    "IN_PROGRESS, RUNNING",
    "queued, QUEUED",
    "in_queue, QUEUED",
    "PROGRESS, RUNNING",
    "Running, RUNNING",
    "canceling, CANCELLING",
    "succeeded, SUCCEEDED",
    "Done, SUCCEEDED",
    "canceled, CANCELLED",
    "stopped, CANCELLED",
    "timeout, EXPIRED",
    "timed_out, EXPIRED",
    "pondering, UNKNOWN"
  })
  void everyWordHasItsState(String word, BatchState state) {
    BatchStatus status = read("{'status':'" + word + "'}");

    assertThat(status.state()).isEqualTo(state);
    assertThat(status.rawState()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "completed_at, SUCCEEDED",
    "failed_at, FAILED",
    "cancelled_at, CANCELLED",
    "expired_at, EXPIRED",
    "in_progress_at, UNKNOWN"
  })
  void theTimeOfAnEndIsProofOfIt(String time, BatchState state) {
    assertThat(read("{'status':'pondering','" + time + "':1788300000}").state()).isEqualTo(state);
    assertThat(read("{'status':'pondering','" + time + "':null}").state())
        .isEqualTo(BatchState.UNKNOWN);
  }

  @Test
  void timesAreSecondsOrMilliseconds() {
    BatchStatus seconds =
        read(
            "{'status':'completed','created_at':1788300000,'in_progress_at':1788300063,"
                + "'completed_at':1788300302,'expires_at':1788386400}");
    BatchStatus millis =
        read(
            "{'status':'completed','created_at':1788300000026,'in_progress_at':1788300063000,"
                + "'completed_at':'1788300302000','expires_at':null}");

    assertThat(seconds.createdAt()).isEqualTo(Instant.ofEpochSecond(1788300000));
    assertThat(seconds.startedAt()).isEqualTo(Instant.ofEpochSecond(1788300063));
    assertThat(seconds.endedAt()).isEqualTo(Instant.ofEpochSecond(1788300302));
    assertThat(seconds.expiresAt()).isEqualTo(Instant.ofEpochSecond(1788386400));
    assertThat(millis.createdAt()).isEqualTo(Instant.ofEpochMilli(1788300000026L));
    assertThat(millis.endedAt()).isEqualTo(seconds.endedAt());
    assertThat(millis.expiresAt()).isNull();
  }

  @Test
  void anExpiredBatchWithoutATimeOfItsOwnEndedWhenItWasDue() {
    assertThat(read("{'status':'expired','expires_at':1788386400}").endedAt())
        .isEqualTo(Instant.ofEpochSecond(1788386400));
    assertThat(read("{'status':'expired','expires_at':1,'expired_at':2}").endedAt())
        .isEqualTo(Instant.ofEpochSecond(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'status':'in_progress','request_counts':{'total':9,'completed':3,'failed':1}} | 9 5 3 1 0 0",
        "{'status':'completed','request_counts':{'total':9,'completed':8,'failed':1}} | 9 0 8 1 0 0",
        "{'status':'cancelled','request_counts':{'total':8,'completed':4,'failed':0}} | 8 0 4 0 4 0",
        "{'status':'expired','request_counts':{'total':10,'completed':1,'failed':0}} | 10 0 1 0 0 9",
        "{'status':'validating','request_counts':{'completed':null,'failed':null,'total':null}} | 0 0 0 0 0 0",
        "{'status':'validating','request_counts':null} | 0 0 0 0 0 0",
        "{'status':'validating'} | 0 0 0 0 0 0",
        "{'status':'completed','request_counts':3,'total':3,'completed':3,'failed':0} | 3 0 3 0 0 0",
        "{'status':'completed','total':4,'completed':3,'failed':1} | 4 0 3 1 0 0",
        "{'status':'in_progress','request_counts':3} | 3 3 0 0 0 0",
        "{'status':'completed','request_counts':{'total':2,'completed':3,'failed':0}} | 2 0 3 0 0 0"
      })
  void countsStandInAnObjectOrFlatOrAreATotal(String batch, String figures) {
    RequestCounts counts = read(batch).counts();

    assertThat(
            "%d %d %d %d %d %d"
                .formatted(
                    counts.total(),
                    counts.processing(),
                    counts.succeeded(),
                    counts.errored(),
                    counts.cancelled(),
                    counts.expired()))
        .isEqualTo(figures);
  }

  @Test
  void errorsOfTheBatchKeepTheirLines() {
    BatchStatus status =
        read(
            "{'status':'failed','errors':{'object':'list','data':[{'code':'duplicate_custom_id',"
                + "'message':'Again.','param':'custom_id','line':2},"
                + "{'code':'token_limit_exceeded','message':'Too many.','param':null,'line':null}]}}");

    assertThat(status.errors())
        .extracting(ApiError::text)
        .containsExactly(
            "line 2: Again. (duplicate_custom_id)", "Too many. (token_limit_exceeded)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'code':'a','message':'b','line':3}] | line 3: b (a)",
        "{'code':'a','message':'b'} | b (a)",
        "{'data':[{'code':17}]} | 17",
        "'it broke' | it broke"
      })
  void errorsMayBeAnArrayOneOrAText(String errors, String text) {
    assertThat(read("{'status':'failed','errors':" + errors + "}").errors())
        .singleElement()
        .returns(text, ApiError::text);
  }

  @Test
  void anErrorOfABatchIsOneOfItsErrorsAlsoOneThatIsANote() {
    BatchStatus failed = read("{'status':'FAILED','error':'Invalid input file'}");
    BatchStatus noted = read("{'status':'completed','error':{'message':'2 of 3','code':'note'}}");
    BatchStatus both = read("{'status':'failed','errors':['a','b'],'error':{'code':'c'}}");

    assertThat(failed.errors()).extracting(ApiError::text).containsExactly("Invalid input file");
    assertThat(noted.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(noted.errors()).extracting(ApiError::text).containsExactly("2 of 3 (note)");
    assertThat(both.errors()).extracting(ApiError::text).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_json_line, INVALID",
    "mismatched_model, INVALID",
    "streaming_unsupported, INVALID",
    "token_limit_exceeded, RATE_LIMITED",
    "billing_hard_limit_reached, QUOTA"
  })
  void anErrorOfABatchHasAKind(String code, ErrorKind kind) {
    assertThat(read("{'status':'failed','errors':[{'code':'" + code + "'}]}").errors())
        .singleElement()
        .returns(kind, ApiError::kind);
  }

  @Test
  void countsThatGoBackwardsAreReadAsTheyAre() {
    String before = "{'status':'cancelling','request_counts':{'total':5,'completed':1,'failed':0}}";
    String after = "{'status':'cancelled','request_counts':{'total':5,'completed':0,'failed':0}}";

    assertThat(read(before).counts().succeeded()).isEqualTo(1);
    assertThat(read(after).counts())
        .isEqualTo(RequestCounts.builder().total(5).cancelled(5).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"null", "''", "[]", "{'data':null}", "{'data':[]}", "7", "[7]"})
  void noErrorsAreNoErrors(String errors) {
    assertThat(read("{'status':'failed','errors':" + errors + "}").errors()).isEmpty();
  }
}
