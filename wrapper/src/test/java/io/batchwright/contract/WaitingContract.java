package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AuthenticationException;
import io.batchwright.AwaitOptions;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A wait polls by its schedule, tolerates temporary errors, and ends on lasting ones. */
abstract class WaitingContract extends Contract {
  private static final AwaitOptions PATIENT =
      AwaitOptions.within(Duration.ofDays(1))
          .withSchedule(PollSchedule.every(Duration.ofMinutes(20)));

  @Test
  void pollsByTheScheduleUntilTheEnd() {
    BatchHandle batch = client.submit(subject.input(1));
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    timer.advance(Duration.ofHours(3));
    assertThat(wait.join().state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(bed.events())
        .containsExactly("0 polled", "1200 polled", "2400 polled", "3600 polled");
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(4);
  }

  @Test
  void theProvidersHintIsAFloor() {
    try (TestBed hinting =
        new TestBed(subject, sandbox -> sandbox.pollHint(Duration.ofMinutes(30)))) {
      BatchHandle batch = hinting.client().submit(subject.input(1));
      CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
      hinting.timer().advance(Duration.ofHours(3));
      assertThat(wait).isCompleted();
      assertThat(hinting.events()).containsExactly("0 polled", "1800 polled", "3600 polled");
    }
  }

  @Test
  void toleratesAndReportsTemporaryErrors() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.RETRIEVE).once().header("Retry-After", "1500").respond(429);
    wire.faults().on(Operation.RETRIEVE).once().respond(503);
    wire.faults().on(Operation.RETRIEVE).once().dropBodyAfter(20);
    wire.faults()
        .on(Operation.RETRIEVE)
        .once()
        .respond(200, Map.of("content-type", "text/html"), "<html>one moment</html>");
    CompletableFuture<BatchStatus> wait =
        batch.awaitAsync(PATIENT.withMaxOutage(Duration.ofHours(2)));
    timer.advance(Duration.ofHours(3));
    assertThat(wait.join().state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(bed.events())
        .containsExactly(
            "0 RateLimitedException",
            "1500 ProviderUnavailableException",
            "2700 TransportException",
            "3900 MalformedResponseException",
            "5100 polled");
  }

  @Test
  void failsAfterALastingOutage() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.RETRIEVE).always().respond(500);
    CompletableFuture<BatchStatus> wait =
        batch.awaitAsync(PATIENT.withMaxOutage(Duration.ofMinutes(30)));
    timer.advance(Duration.ofHours(3));
    assertThatThrownBy(wait::join).hasCauseInstanceOf(ProviderUnavailableException.class);
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(3);
    assertThat(wire.count(Operation.CANCEL)).isZero();
  }

  @Test
  void notFoundForAMomentIsBorne() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.RETRIEVE).times(2).respond(404);
    assertThat(bed.awaitEnd(batch).state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(bed.events()).filteredOn(event -> event.endsWith("NotFoundException")).hasSize(2);
  }

  @Test
  void notFoundForLongIsTheEnd() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.RETRIEVE).always().respond(404);
    CompletableFuture<BatchStatus> wait =
        batch.awaitAsync(PATIENT.withSchedule(PollSchedule.every(Duration.ofSeconds(25))));
    timer.advance(Duration.ofHours(1));
    assertThatThrownBy(wait::join).hasCauseInstanceOf(BatchNotFoundException.class);
    assertThat(wire.count(Operation.RETRIEVE)).isEqualTo(4);
  }

  @Test
  void aWrongKeyEndsTheWaitAtOnce() {
    BatchHandle batch = client.submit(subject.input(1));
    wire.faults().on(Operation.RETRIEVE).once().respond(401);
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    assertThatThrownBy(wait::join).hasCauseInstanceOf(AuthenticationException.class);
    assertThat(wire.count(Operation.RETRIEVE)).isOne();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void soDoesAKeyThatTheProviderItselfRefuses() {
    BatchHandle batch = client.submit(subject.input(1));
    BatchClient stranger = bed.client(bed.builder().apiKey("sk-of-nobody"));
    CompletableFuture<BatchStatus> wait = stranger.open(batch.ref()).awaitAsync(PATIENT);
    assertThatThrownBy(wait::join).hasCauseInstanceOf(AuthenticationException.class);
    assertThat(wire.count(Operation.RETRIEVE)).isOne();
    assertThat(timer.pending()).isZero();
  }

  @Test
  void aDeadlineCancelsNothing() {
    wire.scriptNext().stuck();
    BatchHandle batch = client.submit(subject.input(1));
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(AwaitOptions.within(TestBed.BATCH_TIME));
    timer.advance(Duration.ofHours(2));
    assertThatThrownBy(wait::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            AwaitTimeoutException.class,
            error -> {
              assertThat(error.ref()).isEqualTo(batch.ref());
              assertThat(error.lastStatus()).isNotNull();
              assertThat(error.lastStatus().state()).isEqualTo(subject.stuck());
            });
    assertThat(wire.count(Operation.CANCEL)).isZero();
    assertThat(batch.status().state()).isEqualTo(subject.stuck());
  }

  @Test
  void closingTheClientEndsItsWaitsAndNoBatch() {
    BatchHandle batch = client.submit(subject.input(1));
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    client.close();
    assertThatThrownBy(wait::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(List.of(wire.count(Operation.CANCEL), wire.count(Operation.DELETE))).containsOnly(0);
    BatchHandle again = bed.client(bed.builder()).open(batch.ref());
    assertThat(bed.awaitEnd(again).state()).isEqualTo(BatchState.SUCCEEDED);
  }
}
