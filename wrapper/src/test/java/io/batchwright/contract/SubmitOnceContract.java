package io.batchwright.contract;

import static io.batchwright.SubmitException.Delivery.MAYBE_CREATED;
import static io.batchwright.SubmitException.Delivery.NOT_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchState;
import io.batchwright.InvalidInputException;
import io.batchwright.ListOptions;
import io.batchwright.SubmitCandidates;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One submit is one create on the wire, whatever OkHttp or the network might repeat. */
abstract class SubmitOnceContract extends Contract {
  private SubmitException submitFails(BatchClient by) {
    SubmitException error =
        catchThrowableOfType(SubmitException.class, () -> by.submit(subject.input(2)));
    assertThat(error).isNotNull();
    return error;
  }

  @ParameterizedTest
  @EnumSource
  void thereIsOneCreateWhateverTheResponse(SendFault fault) {
    fault.befall(wire.faults().on(Operation.CREATE).once());
    SubmitException error = submitFails(client);
    assertThat(error.delivery()).isEqualTo(fault.delivery());
    assertThat(error.retryable()).isEqualTo(fault == SendFault.TOO_MANY_NOW);
    assertThat(error.attempt().requests()).isEqualTo(2);
    assertThat(wire.count(Operation.CREATE)).isOne();
    assertThat(wire.created()).isZero();
    assertThat(client.findSubmitted(error.attempt()).batches()).isEmpty();
  }

  @Test
  void aBatchWhoseResponseWasLostIsFoundAndNotCreatedAgain() {
    client.submit(subject.input(2));
    timer.advance(Duration.ofSeconds(5));
    wire.faults().on(Operation.CREATE).once().loseResponse();
    SubmitException error = submitFails(client);
    client.submit(subject.input(3));
    assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    assertThat(error.retryable()).isFalse();
    assertThat(error)
        .hasMessageContaining("findSubmitted")
        .message()
        .doesNotContainIgnoringCase("try again");
    assertThat(wire.count(Operation.CREATE)).isEqualTo(3);

    String lost = wire.ids().get(1);
    SubmitCandidates found = client.findSubmitted(error.attempt());
    boolean marked = subject.marksAttempts();
    assertThat(found.certain()).isEqualTo(marked);
    assertThat(found.batches())
        .extracting(status -> status.ref().id())
        .containsExactlyInAnyOrderElementsOf(
            marked ? List.of(lost) : List.of(lost, wire.ids().get(0)));
    if (subject.listsNewestFirst()) {
      assertThat(found.batches().get(0).ref().id()).isEqualTo(lost);
    }
    assertThat(bed.awaitEnd(bed.open(lost)).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(wire.created()).isEqualTo(3);
  }

  /** The relevant clock is the provider's, whose times are in its lists. */
  @ParameterizedTest
  @ValueSource(ints = {-300, -1, 1, 300})
  void aLostBatchIsFoundHoweverFarTheClocksAreApart(int hours) {
    try (TestBed apart = new TestBed(subject, Duration.ofHours(hours))) {
      apart.client().submit(subject.input(2));
      apart.timer().advance(Duration.ofHours(1));
      apart.wire().faults().on(Operation.CREATE).once().loseResponse();
      SubmitException error = submitFails(apart.client());
      String lost = apart.wire().ids().get(1);
      apart.timer().advance(Duration.ofHours(1));
      apart.client().submit(subject.input(2));
      assertThat(apart.client().findSubmitted(error.attempt()).batches())
          .extracting(status -> status.ref().id())
          .containsExactly(lost);
    }
  }

  @Test
  void aPooledConnectionThatWentStaleIsNotUsedForIt() {
    wire.faults().on(Operation.LIST).once().closeIdle();
    assertThat(client.list(ListOptions.all())).isEmpty();
    assertThat(client.submit(subject.input(1)).ref().id()).isEqualTo(wire.ids().get(0));
    assertThat(wire.count(Operation.CREATE)).isOne();
    assertThat(wire.created()).isOne();
  }

  @Test
  void aServerThatIsNotThereWasSentNothing() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    SubmitException error =
        submitFails(bed.client(bed.builder().baseUrl("http://127.0.0.1:" + port)));
    assertThat(error.delivery()).isEqualTo(NOT_SENT);
    assertThat(error.retryable()).isTrue();
  }

  @Test
  void anInputThatChangedMeanwhileIsNotSent() {
    Iterator<List<String>> passes = List.of(TestRequests.ids(2), TestRequests.ids(3)).iterator();
    BatchInput changing =
        BatchInput.of(
            () -> ((BatchInput.Requests) subject.input(passes.next())).requests().iterator());
    SubmitException error =
        catchThrowableOfType(SubmitException.class, () -> client.submit(changing));
    assertThat(error.delivery()).isEqualTo(NOT_SENT);
    assertThat(error).hasCauseInstanceOf(InvalidInputException.class);
    assertThat(wire.created()).isZero();
  }

  @Test
  void anInterceptorThatTriesAgainSendsNoSecondCreate() {
    OkHttpClient stubborn =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response first = chain.proceed(chain.request());
                  if (first.isSuccessful()) {
                    return first;
                  }
                  first.close();
                  return chain.proceed(chain.request());
                })
            .build();
    wire.faults().on(Operation.CREATE).once().respond(500);
    SubmitException error = submitFails(bed.client(bed.builder().okHttpClient(stubborn)));
    assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    assertThat(wire.created()).isZero();
  }

  @Test
  void aBodyThatAnInterceptorMadeRepeatableIsStillSentOnce() {
    OkHttpClient buffering =
        new OkHttpClient.Builder()
            .addInterceptor(chain -> chain.proceed(repeatable(chain.request())))
            .build();
    wire.faults().on(Operation.CREATE).once().header("Retry-After", "0").respond(503);
    SubmitException error = submitFails(bed.client(bed.builder().okHttpClient(buffering)));
    assertThat(error.delivery()).isEqualTo(MAYBE_CREATED);
    assertThat(wire.count(Operation.CREATE)).isOne();
    assertThat(wire.created()).isZero();
  }

  private static Request repeatable(Request request) throws IOException {
    RequestBody body = request.body();
    if (body == null) {
      return request;
    }
    Buffer copy = new Buffer();
    body.writeTo(copy);
    return request
        .newBuilder()
        .method(request.method(), RequestBody.create(copy.readByteArray(), body.contentType()))
        .build();
  }

  @Test
  void aClosedClientSubmitsNothing() {
    client.close();
    assertThatThrownBy(() -> client.submit(subject.input(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(wire.requests()).isEmpty();
  }
}
