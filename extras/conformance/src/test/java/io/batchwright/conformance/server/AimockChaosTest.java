package io.batchwright.conformance.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.CancellingBatch;
import io.batchwright.ListOptions;
import io.batchwright.Outcome;
import io.batchwright.SubmitException;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Server;
import io.batchwright.openai.OpenAi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our client with an aimock that fails every call until it is reset. */
@NeedsNode("@copilotkit/aimock")
class AimockChaosTest {
  private final OkHttpClient http = new OkHttpClient();

  private static OpenAi.Builder at(Server aimock) {
    return OpenAi.builder().apiKey("any").baseUrl(aimock.url() + "/v1");
  }

  /** Makes aimock respond normally, or according to its flag again. */
  private void calm(Server aimock, boolean calm) {
    Request.Builder request = new Request.Builder().url(aimock.url() + "/__aimock/chaos");
    request.method(calm ? "POST" : "DELETE", RequestBody.create("{}".getBytes(UTF_8)));
    try (Response response = http.newCall(request.build()).execute()) {
      assertThat(response.code()).isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BatchHandle submitInCalm(BatchClient client, Server aimock) {
    calm(aimock, true);
    BatchHandle batch = client.submit(AimockTest.questions());
    calm(aimock, false);
    return batch;
  }

  /** Builds a client whose calls all succeed, except the first few that are like this. */
  private OpenAi.Builder failing(int times, String call, Server aimock) {
    AtomicInteger failed = new AtomicInteger();
    Interceptor guard =
        chain -> {
          Request request = chain.request();
          String sent = request.method() + " " + request.url().encodedPath();
          calm(aimock, !sent.matches(call) || failed.getAndIncrement() >= times);
          return chain.proceed(request);
        };
    return at(aimock).okHttpClient(new OkHttpClient.Builder().addInterceptor(guard).build());
  }

  private static SubmitException failedSubmit(BatchClient client) {
    return catchThrowableOfType(SubmitException.class, () -> client.submit(AimockTest.questions()));
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatAFailedUploadCreatedNothing(Chaos chaos) throws IOException {
    try (Server aimock = Server.aimock(chaos.flag());
        BatchClient client = at(aimock).build()) {
      SubmitException error = failedSubmit(client);

      assertThat(error.delivery()).isEqualTo(chaos.ofUpload());
      assertThat(error.getCause()).isInstanceOf(chaos.error());
      assertThat(error.uploadedFileId()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheDeliveryOfACreate(Chaos chaos) throws IOException {
    try (Server aimock = Server.aimock(chaos.flag());
        BatchClient client = failing(1, "POST .*/batches", aimock).build()) {
      SubmitException error = failedSubmit(client);

      assertThat(error.delivery()).isEqualTo(chaos.ofCreate());
      assertThat(error.getCause()).isInstanceOf(chaos.error());
      assertThat(error.uploadedFileId()).isNotNull();
      calm(aimock, true);
      assertThat(client.findSubmitted(error.attempt()).batches()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsTheResultsDespiteAFailure(Chaos chaos) throws IOException, InterruptedException {
    try (Server aimock = Server.aimock(chaos.flag());
        BatchClient client = failing(1, "GET .*/content", aimock).build()) {
      BatchHandle batch = client.submit(AimockTest.questions());
      batch.await(AimockTest.SOON);
      if (chaos == Chaos.MALFORMED) { // a line like any other
        assertThat(AimockTest.responses(batch)).singleElement().asString().contains("unreadable");
        calm(aimock, true);
      }

      assertThat(AimockTest.responses(batch)).hasSize(2).noneMatch(a -> a.contains("unreadable"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheFailureOfEveryOtherCall(Chaos chaos) throws IOException {
    try (Server aimock = Server.aimock(chaos.flag());
        BatchClient client = at(aimock).build()) {
      BatchHandle batch = submitInCalm(client, aimock);

      assertThatThrownBy(batch::status).isInstanceOf(chaos.error());
      assertThatThrownBy(() -> client.list(ListOptions.all()).iterator().next())
          .isInstanceOf(chaos.error());
      BatchHandle kept = handedBack(batch.delete(), chaos);
      BatchHandle still = handedBack(kept.cancel(), chaos);
      calm(aimock, true);
      assertThat(still.cancel()).isInstanceOf(Outcome.Done.class);
    }
  }

  private static BatchHandle handedBack(Outcome<?, BatchHandle> outcome, Chaos chaos) {
    assertThat(outcome).isInstanceOf(Outcome.HandedBack.class);
    Outcome.HandedBack<?, BatchHandle> back = (Outcome.HandedBack<?, BatchHandle>) outcome;
    assertThat(back.error()).isInstanceOf(chaos.error());
    return back.handle();
  }

  @ParameterizedTest
  @EnumSource
  void awaitsTheEndDespiteFailures(Chaos chaos) throws IOException, InterruptedException {
    try (Server aimock = Server.aimock(chaos.flag())) {
      List<BatchException> failures = new CopyOnWriteArrayList<>();
      BatchListener listener =
          new BatchListener() {
            @Override
            public void pollFailed(BatchRef ref, BatchException error, int count, Duration outage) {
              failures.add(error);
            }
          };
      try (BatchClient client =
          failing(2, "GET .*/batches/[^/]+", aimock).listener(listener).build()) {
        BatchHandle batch = client.submit(AimockTest.questions());

        assertThat(batch.await(AimockTest.SOON).state()).isEqualTo(BatchState.SUCCEEDED);
        assertThat(AimockTest.responses(batch)).hasSize(2);
      }
      assertThat(failures).hasSize(2).allMatch(chaos.error()::isInstance);
    }
  }

  @Test
  void waitsForASlowServer() throws IOException, InterruptedException {
    try (Server aimock = Server.aimock("--chaos-latency", "100");
        BatchClient client = at(aimock).build()) {
      BatchHandle batch = client.submit(AimockTest.questions());

      assertThat(batch.await(AimockTest.SOON).state()).isEqualTo(BatchState.SUCCEEDED);
      assertThat(AimockTest.responses(batch)).hasSize(2);
      CancellingBatch cancelled = batch.cancel().orElseThrow();
      assertThat(cancelled.status().state()).isEqualTo(BatchState.SUCCEEDED);
    }
  }
}
