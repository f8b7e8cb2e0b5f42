package io.batchwright.anthropic;

import static io.batchwright.SubmitException.Delivery.MAYBE_CREATED;
import static io.batchwright.SubmitException.Delivery.NOT_SENT;
import static io.batchwright.SubmitException.Delivery.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.BatchStatus;
import io.batchwright.CancellingBatch;
import io.batchwright.ListOptions;
import io.batchwright.Outcome;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.sandbox.SandboxCall;
import io.batchwright.testing.ClosingServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One submit is one create on the wire, whatever OkHttp or the network would like to repeat. */
class SubmitOnceTest {
  private static final BatchInput ONE =
      BatchInput.of(
          BatchRequest.of(
              "only-one", Map.of("model", "m", "max_tokens", 1, "messages", List.of())));

  private final Sandbox sandbox = Sandbox.builder().batchTime(Duration.ofHours(1)).start();
  private final BatchClient client =
      Anthropic.builder().apiKey("sandbox-key").baseUrl(sandbox.anthropicUrl()).build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  static Stream<Arguments> answersWithoutABatch() {
    return Stream.of(
        answered("408", rule -> rule.answer(408), MAYBE_CREATED),
        answered(
            "503, retry now", rule -> rule.header("Retry-After", "0").answer(503), MAYBE_CREATED),
        answered("500", rule -> rule.answer(500), MAYBE_CREATED),
        answered("529", rule -> rule.answer(529), REJECTED),
        answered("429, retry now", rule -> rule.header("Retry-After", "0").answer(429), REJECTED),
        answered("400", rule -> rule.answer(400), REJECTED),
        answered("401", rule -> rule.answer(401), REJECTED));
  }

  private static Arguments answered(
      String name, Consumer<FaultRule> fault, SubmitException.Delivery delivery) {
    return Arguments.of(name, fault, delivery);
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @MethodSource("answersWithoutABatch")
  void anAnswerWithoutABatchIsOneCreate(
      String name, Consumer<FaultRule> fault, SubmitException.Delivery delivery) {
    fault.accept(sandbox.anthropic().faults().on(Operation.CREATE).once());
    assertThat(submitFails().delivery()).as(name).isEqualTo(delivery);
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
    assertThat(sandbox.anthropic().created()).isZero();
  }

  @ParameterizedTest
  @MethodSource("redirects")
  void aRedirectIsOneCreateAndIsNotFollowed(int status) {
    String elsewhere = sandbox.anthropicUrl() + "/v1/messages/batches";
    sandbox.anthropic().faults().on(Operation.CREATE).once().redirect(status, elsewhere);
    assertThat(submitFails().delivery()).isEqualTo(REJECTED);
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
    assertThat(sandbox.anthropic().created()).isZero();
  }

  static List<Integer> redirects() {
    return List.of(301, 302, 303, 307, 308);
  }

  @Test
  void aLostAnswerIsOneCreateAndTheBatchIsFound() {
    client.submit(ONE);
    sandbox.anthropic().faults().on(Operation.CREATE).once().loseResponse();
    SubmitException error = submitFails();
    assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    assertThat(error.retryable()).isFalse();
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isEqualTo(2);
    assertThat(sandbox.anthropic().created()).isEqualTo(2);

    SubmitCandidates found = client.findSubmitted(error.attempt());
    assertThat(found.certain()).isFalse();
    assertThat(found.batches())
        .map(status -> status.ref().id())
        .contains(sandbox.anthropic().ids().get(1));
  }

  @Test
  void aResetBehindTheBodyIsOneCreate() {
    sandbox.anthropic().faults().on(Operation.CREATE).once().resetAfterRequest();
    assertThat(submitFails().delivery()).isEqualTo(MAYBE_CREATED);
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
    assertThat(sandbox.anthropic().created()).isZero();
  }

  @Test
  void aPooledConnectionThatWentStaleIsNotUsedForTheCreate() {
    sandbox.anthropic().faults().on(Operation.LIST).once().closeIdle();
    assertThat(client.list(ListOptions.ALL)).isEmpty();
    assertThat(client.submit(ONE).ref().provider()).isEqualTo("anthropic");
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
    assertThat(sandbox.anthropic().created()).isOne();
  }

  @Test
  void aPooledConnectionThatTheServerClosedIsNotUsedForTheCreate() throws Exception {
    List<String> bodies = List.of("{\"data\":[],\"has_more\":false}", "{\"id\":\"msgbatch_1\"}");
    try (ClosingServer server = new ClosingServer(bodies);
        BatchClient pooled = Anthropic.builder().apiKey("k").baseUrl(server.url()).build()) {
      assertThat(pooled.list(ListOptions.ALL)).isEmpty();
      assertThat(server.awaitClosed()).startsWith("GET ");
      assertThat(pooled.submit(ONE).ref().id()).isEqualTo("msgbatch_1");
      assertThat(server.awaitClosed()).startsWith("POST ");
    }
  }

  @Test
  void aRefusedConnectionIsNotSent() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (BatchClient nobody =
        Anthropic.builder().apiKey("k").baseUrl("http://127.0.0.1:" + port).build()) {
      SubmitException error = catchThrowableOfType(SubmitException.class, () -> nobody.submit(ONE));
      assertThat(error.delivery()).isEqualTo(NOT_SENT);
      assertThat(error.retryable()).isTrue();
    }
  }

  @Test
  void anInterceptorThatTriesAgainDoesNotSendASecondCreate() {
    OkHttpClient stubborn =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  okhttp3.Response first = chain.proceed(chain.request());
                  if (first.isSuccessful()) {
                    return first;
                  }
                  first.close();
                  return chain.proceed(chain.request());
                })
            .build();
    sandbox.anthropic().faults().on(Operation.CREATE).once().answer(500);
    try (BatchClient retrying =
        Anthropic.builder()
            .apiKey("k")
            .baseUrl(sandbox.anthropicUrl())
            .okHttpClient(stubborn)
            .build()) {
      SubmitException error =
          catchThrowableOfType(SubmitException.class, () -> retrying.submit(ONE));
      assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    }
    assertThat(sandbox.anthropic().created()).isZero();
  }

  @Test
  void aBodyThatAnInterceptorMadeRepeatableIsStillSentOnce() {
    OkHttpClient buffering =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request request = chain.request();
                  if (request.body() == null) {
                    return chain.proceed(request);
                  }
                  Buffer copy = new Buffer();
                  request.body().writeTo(copy);
                  RequestBody repeatable = RequestBody.create(copy.readByteArray(), null);
                  return chain.proceed(
                      request.newBuilder().method(request.method(), repeatable).build());
                })
            .build();
    sandbox.anthropic().faults().on(Operation.CREATE).once().header("Retry-After", "0").answer(503);
    try (BatchClient eager =
        Anthropic.builder()
            .apiKey("k")
            .baseUrl(sandbox.anthropicUrl())
            .okHttpClient(buffering)
            .build()) {
      SubmitException error = catchThrowableOfType(SubmitException.class, () -> eager.submit(ONE));
      assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    }
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isOne();
    assertThat(sandbox.anthropic().created()).isZero();
  }

  @Test
  void cancelAndDeleteAreSentOnceToo() {
    BatchHandle batch = client.submit(ONE);
    for (Operation operation : List.of(Operation.CANCEL, Operation.DELETE)) {
      sandbox.anthropic().faults().on(operation).once().header("Retry-After", "0").answer(503);
    }
    Outcome<CancellingBatch, BatchHandle> cancel = batch.cancel();
    assertThat(cancel).isInstanceOf(Outcome.HandedBack.class);
    assertThat(client.open(batch.ref()).delete()).isInstanceOf(Outcome.HandedBack.class);
    assertThat(sandbox.anthropic().count(Operation.CANCEL)).isOne();
    assertThat(sandbox.anthropic().count(Operation.DELETE)).isOne();
  }

  @Test
  void adviceOnAnUnclearCreateIsToLookAndNothingElse() {
    sandbox.anthropic().faults().on(Operation.CREATE).once().answer(500);
    assertThat(submitFails())
        .hasMessageContaining("findSubmitted")
        .message()
        .doesNotContainIgnoringCase("try again");
  }

  @Test
  void aClosedClientSubmitsNothing() {
    client.close();
    assertThatThrownBy(() -> client.submit(ONE)).isInstanceOf(IllegalStateException.class);
    assertThat(sandbox.anthropic().count(Operation.CREATE)).isZero();
  }

  @Test
  void anExecutorThatThrowsDoesNotLoseTheBatch() {
    try (BatchClient broken =
        Anthropic.builder()
            .apiKey("k")
            .baseUrl(sandbox.anthropicUrl())
            .listener(new BatchListener() {})
            .callbackExecutor(
                task -> {
                  throw new IllegalArgumentException("no room");
                })
            .build()) {
      assertThat(broken.submit(ONE).ref().id()).isEqualTo(sandbox.anthropic().ids().get(0));
    }
  }

  @Test
  void aGoodAnswerThatCannotBeReadMayBeABatch() {
    sandbox
        .anthropic()
        .faults()
        .on(Operation.CREATE)
        .once()
        .answer(200, Map.of("content-type", "text/html"), "<html>welcome</html>");
    assertThat(submitFails().delivery()).isEqualTo(MAYBE_CREATED);
  }

  @Test
  void anIdIsEnoughToKnowTheBatch() {
    sandbox
        .anthropic()
        .faults()
        .on(Operation.CREATE)
        .once()
        .answer(
            200,
            Map.of("content-type", "application/json"),
            "{\"id\":\"msgbatch_1\",\"processing_status\":7,\"request_counts\":[],\"created_at\":false}");
    assertThat(client.submit(ONE).ref().id()).isEqualTo("msgbatch_1");
  }

  @Test
  void aBatchThatWasMadeIsListed() {
    String id = client.submit(ONE).ref().id();
    List<SandboxCall> calls = sandbox.anthropic().requests();
    assertThat(calls).hasSize(1);
    assertThat(client.list(ListOptions.limit(1)))
        .map(BatchStatus::ref)
        .map(ref -> ref.id())
        .containsExactly(id);
  }

  private SubmitException submitFails() {
    SubmitException error = catchThrowableOfType(SubmitException.class, () -> client.submit(ONE));
    assertThat(error).isNotNull();
    return error;
  }
}
