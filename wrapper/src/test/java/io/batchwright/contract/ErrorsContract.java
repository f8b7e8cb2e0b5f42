package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.AuthenticationException;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.ErrorKind;
import io.batchwright.InvalidRequestException;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider's error becomes one of a few exceptions, which contain its message. */
abstract class ErrorsContract extends Contract {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/json", "request-id", "req_test", "x-request-id", "req_test");

  private BatchRef ended;
  private BatchRef running;

  @BeforeEach
  void submit() {
    ended = client.submit(subject.input(1)).ref();
    timer.advance(TestBed.BATCH_TIME);
    running = client.submit(subject.input(1)).ref();
  }

  /** A cancel of an ended batch that is refused would be a success. */
  private BatchRef ref(Call call) {
    return call == Call.CANCEL ? running : ended;
  }

  private ProviderException refusal(Call call) {
    BatchException error = call.failure(subject, client, ref(call));
    assertThat(error).as(call.name()).isInstanceOf(ProviderException.class);
    return (ProviderException) error;
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(400, InvalidRequestException.class, false),
        Arguments.of(401, AuthenticationException.class, false),
        Arguments.of(403, AuthenticationException.class, false),
        Arguments.of(413, InvalidRequestException.class, false),
        Arguments.of(429, RateLimitedException.class, true),
        Arguments.of(500, ProviderUnavailableException.class, true),
        Arguments.of(502, ProviderUnavailableException.class, true),
        Arguments.of(503, ProviderUnavailableException.class, true));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void everyStatusHasItsExceptionForEveryCall(
      int status, Class<? extends ProviderException> kind, boolean retryable) {
    for (Call call : Call.values()) {
      for (Step step : call.steps(subject)) {
        if (status == 403 && call == Call.RESULTS && subject.refusesGoneResults()) {
          step.fault(wire).once().respond(status);
          int reads = wire.count(Operation.RETRIEVE);
          call.send(subject, client, ended);
          assertThat(wire.count(Operation.RETRIEVE)).isGreaterThan(reads + 1);
          continue;
        }
        fault(call, step).respond(status);
        ProviderException error = refusal(call);
        assertThat(error).as(step.toString()).isExactlyInstanceOf(kind);
        assertThat(error.httpStatus()).isEqualTo(status);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.provider()).isEqualTo(ended.provider());
        assertThat(error).hasMessageContaining("responded " + status + " to " + error.call());
      }
    }
  }

  @Test
  void notFoundIsTheBatchOnlyWhereABatchWasRequested() {
    for (Call call : EnumSet.of(Call.STATUS, Call.CANCEL)) {
      for (Step step : call.steps(subject)) {
        step.fault(wire).once().respond(404);
        assertThat(refusal(call)).isInstanceOf(BatchNotFoundException.class);
      }
    }
    for (Call call : EnumSet.of(Call.SUBMIT, Call.LIST)) {
      for (Step step : call.steps(subject)) {
        step.fault(wire).once().respond(404);
        assertThat(refusal(call))
            .isNotInstanceOf(BatchNotFoundException.class)
            .hasMessageContaining("base URL");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorHasTheProvidersMessage(Call call) {
    Wording wording = subject.invalid();
    for (Step step : call.steps(subject)) {
      say(step, wording, "Too blue.");
      ProviderException error = refusal(call);
      assertThat(error).isExactlyInstanceOf(wording.kind());
      assertThat(error.error().type()).isEqualTo(wording.type());
      assertThat(error.error().code()).isEqualTo(wording.code());
      assertThat(error.error().message()).isEqualTo("Too blue.");
      assertThat(error).hasMessageContaining("Too blue");
      if (subject.namesRequests()) {
        assertThat(error.error().requestId()).isEqualTo("req_test");
        assertThat(error).hasMessageContaining("req_test");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorInASuccessResponseIsAnError(Call call) {
    boolean reopened = false;
    for (Step step : call.steps(subject)) {
      fault(call, step).respond(200, HEADERS, subject.invalid().body("Too blue."));
      Throwable failure = call.failure(subject, client, ref(call));
      assertThat(failure).isInstanceOf(BatchException.class);
      reopened |= call == Call.RESULTS && ((BatchException) failure).retryable();
    }
    wire.faults().clear();
    assertThat(wire.created()).isEqualTo(2);
    // While the opening of results is retried, the other batch ends.
    assertThat(client.open(running).status().state().terminal()).isEqualTo(reopened);
    assertThat(client.open(ended).status().state()).isEqualTo(BatchState.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void quotaThatIsExhaustedIsNeverRetriedAutomatically(Call call) {
    Wording wording = subject.quotaExceeded();
    for (Step step : call.steps(subject)) {
      say(step, wording, "No quota is left.");
      ProviderException error = refusal(call);
      assertThat(error).isExactlyInstanceOf(wording.kind());
      assertThat(error.httpStatus()).isEqualTo(wording.status());
      assertThat(error.retryable()).isEqualTo(error.kind() == ErrorKind.QUOTA);
      assertThat(error.error().type()).isEqualTo(wording.type());
      assertThat(error.error().code()).isEqualTo(wording.code());
      assertThat(error.error().message()).isEqualTo("No quota is left.");
    }
    assertThat(wire.created()).isEqualTo(2);
  }

  @Test
  void aModelThatTheKeyMayNotUseIsAnAuthenticationError() {
    Wording wording = subject.noAccess();
    for (Step step : Call.SUBMIT.steps(subject)) {
      say(step, wording, "No access to the model.");
      BatchException thrown = Call.SUBMIT.thrown(subject, client, ended);
      assertThat(thrown)
          .isInstanceOfSatisfying(
              SubmitException.class,
              error -> {
                assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.REJECTED);
                assertThat(error.retryable()).isFalse();
              })
          .hasCauseExactlyInstanceOf(wording.kind())
          .hasMessageContaining("No access to the model");
    }
    assertThat(wire.created()).isEqualTo(2);
  }

  @Test
  void aWrongKeyIsRefusedByEveryCall() {
    var stranger = bed.client(bed.builder().apiKey("sk-of-nobody"));
    for (Call call : Call.values()) {
      assertThat(call.failure(subject, stranger, ref(call)))
          .as(call.name())
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("Check the API key");
    }
    assertThat(wire.created()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void theProvidersRetryDelayIsReported(Call call) {
    for (Step step : call.steps(subject)) {
      fault(call, step).header("Retry-After", "17").respond(429);
      assertThat(refusal(call).retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfAProxyLeavesTheStatus(Call call) {
    Map<String, String> html = Map.of("content-type", "text/html");
    for (Step step : call.steps(subject)) {
      step.fault(wire).once().respond(413, html, "<html>MARKER</html>");
      ProviderException error = refusal(call);
      assertThat(error).isInstanceOf(InvalidRequestException.class);
      assertThat(error.error().message()).isEqualTo("HTTP 413");
      assertThat(error).hasMessageNotContaining("MARKER");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESULTS")
  void aProxyPageWithAStatusOfSuccessIsNotAResponse(Call call) {
    Map<String, String> html = Map.of("content-type", "text/html");
    for (Step step : call.steps(subject)) {
      step.fault(wire).once().respond(200, html, "<html>MARKER</html>");
      assertThat(call.failure(subject, client, ref(call)))
          .isInstanceOf(MalformedResponseException.class)
          .hasMessageNotContaining("MARKER");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keysAndPromptsAreInNoMessage(Call call) {
    for (Step step : call.steps(subject)) {
      say(step, subject.invalid(), "Your key " + TestBed.KEY + " is too blue.");
      BatchException error = call.thrown(subject, client, ref(call));
      assertThat(everything(error))
          .contains("Your key *** is too blue")
          .doesNotContain(TestBed.KEY)
          .doesNotContain("question");
    }
  }

  /** Opening results is retried for a while, so only lasting errors are reported. */
  private FaultRule fault(Call call, Step step) {
    wire.faults().clear();
    FaultRule rule = step.fault(wire);
    return call == Call.RESULTS ? rule.always() : rule.once();
  }

  private void say(Step step, Wording wording, String message) {
    step.fault(wire).once().respond(wording.status(), HEADERS, wording.body(message));
  }

  private static String everything(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
