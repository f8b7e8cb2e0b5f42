package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.internal.client.AdapterClient;
import io.batchwright.testing.Background;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways to stop a wait early, none of which affects the batch. */
class AwaitStopTest {
  private static final Duration DAY = Duration.ofHours(26);

  private final FakeClient fake = new FakeClient();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void interruptEndsABlockingWaitAndNothingElse() throws InterruptedException {
    BatchHandle batch = fake.open("b");
    Background<BatchStatus> wait = Background.start(() -> batch.await(within(DAY)));
    fake.timer().awaitPending(2);
    wait.interrupt();

    assertThatThrownBy(wait::outcome).isInstanceOf(InterruptedException.class);
    assertThat(fake.timer().pending()).isZero();
    assertThat(fake.provider().calls(Call.CANCEL)).isZero();
    assertThat(batch.status().state()).isEqualTo(BatchState.RUNNING);
  }

  @Test
  void aThreadAlreadyInterruptedDoesNotWait() {
    BatchHandle batch = fake.open("b");
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> batch.await(within(DAY))).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void cancellingTheFutureStopsTheWaitAndLeavesNoEntry() {
    BatchHandle batch = fake.open("b");
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(within(DAY));
    assertThat(wait.cancel(false)).isTrue();

    assertThat(wait).isCancelled();
    assertThat(fake.timer().pending()).isZero();
    fake.timer().advance(DAY);
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(1);
    assertThat(fake.provider().calls(Call.CANCEL)).isZero();
  }

  @Test
  void completingTheFutureInAnyOtherWayStopsTheWaitToo() {
    CompletableFuture<BatchStatus> wait = fake.open("b").awaitAsync(within(DAY));
    wait.completeExceptionally(new IllegalStateException("orTimeout does this"));
    CompletableFuture<BatchStatus> other = fake.open("b").awaitAsync(within(DAY));
    other.complete(status(fake.provider().ref("b"), BatchState.UNKNOWN));

    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void stoppingOneWaitLeavesTheOthersOfTheHandle() {
    BatchHandle batch = fake.open("b");
    CompletableFuture<BatchStatus> stopped = batch.awaitAsync(within(DAY));
    CompletableFuture<BatchStatus> other = batch.awaitAsync(within(DAY));
    stopped.cancel(true);
    fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));
    fake.timer().advance(Duration.ofMinutes(1));

    assertThat(other).isCompleted();
  }

  @Test
  void closingTheClientFailsTheWaitsThatAreLeft() throws InterruptedException {
    BatchHandle batch = fake.open("b");
    Background<BatchStatus> blocking = Background.start(() -> batch.await(within(DAY)));
    fake.timer().awaitPending(2);
    CompletableFuture<BatchStatus> future = batch.awaitAsync(within(DAY));
    fake.client().close();

    assertThatThrownBy(blocking::outcome)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(future::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(fake.provider().closed()).isTrue();
    assertThat(fake.provider().calls(Call.CANCEL)).isZero();
  }

  @Test
  void awaitAfterCloseFails() {
    BatchHandle batch = fake.open("b");
    fake.client().close();

    assertThatThrownBy(() -> batch.await(within(DAY)))
        .isExactlyInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.awaitAsync(within(DAY)).join())
        .hasCauseExactlyInstanceOf(IllegalStateException.class);
    assertThat(fake.provider().calls(Call.STATUS)).isZero();
    assertThat(fake.timer().pending()).isZero();
  }

  @Test
  void awaitAfterCloseFailsInRealTimeToo() {
    FakeAdapter provider = new FakeAdapter();
    AdapterClient client = AdapterClient.of(provider, BatchListener.NONE, Runnable::run);
    BatchHandle batch = client.open(provider.ref("b"));
    client.close();

    assertThatThrownBy(() -> batch.await(DAY)).isExactlyInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> batch.awaitAsync(within(DAY)).join())
        .hasCauseExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPollThatIsUnderWayAtTheEndOfItsWaitIsTheLastAndItsFailureIsNotReported() {
    CompletableFuture<BatchStatus> timedOut = await("late", within(Duration.ofSeconds(5)));
    CompletableFuture<BatchStatus> cancelled = await("stopped", within(DAY));
    BatchHandle batch = fake.open("consumed");
    CompletableFuture<BatchStatus> consumed = batch.awaitAsync(within(DAY));
    fake.script(
        (ref, call) -> {
          switch (ref.id()) {
            case "late" -> fake.timer().advance(Duration.ofSeconds(1));
            case "stopped" -> cancelled.cancel(false);
            default -> assertThat(batch.cancel()).isInstanceOf(Outcome.Done.class);
          }
          throw Refused.lost();
        });
    fake.timer().advance(Duration.ofHours(1));

    assertThat(timedOut).isCompletedExceptionally();
    assertThat(cancelled).isCancelled();
    assertThat(consumed).isCompletedExceptionally();
    assertThat(fake.provider().calls(Call.STATUS)).isEqualTo(3 + 3);
    assertThat(fake.events()).hasSize(3).allMatch(event -> event.startsWith("polled"));
    assertThat(fake.timer().pending()).isZero();
  }

  private CompletableFuture<BatchStatus> await(String id, AwaitOptions options) {
    return fake.open(id).awaitAsync(options);
  }

  @Test
  void closingDuringAPollIsNotLogged() throws InterruptedException {
    CountDownLatch polled = new CountDownLatch(1);
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    AtomicReference<Throwable> noise = new AtomicReference<>();
    FakeAdapter provider = new FakeAdapter();
    provider.onStatus(
        (ref, call) -> {
          worker.complete(Thread.currentThread());
          Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> noise.set(e));
          polled.countDown();
          try {
            new CountDownLatch(1).await(); // until close() interrupts it, as with a real call
          } catch (InterruptedException e) {
            throw Refused.lost();
          }
          return status(ref, BatchState.RUNNING);
        });
    List<BatchRef> heard = new CopyOnWriteArrayList<>();
    BatchListener listener =
        new BatchListener() {
          @Override
          public void pollFailed(BatchRef ref, BatchException error, int n, Duration outage) {
            heard.add(ref);
          }
        };
    AdapterClient client = AdapterClient.of(provider, listener, Runnable::run);
    CompletableFuture<BatchStatus> wait = client.open(provider.ref("b")).awaitAsync(within(DAY));
    assertThat(polled.await(60, TimeUnit.SECONDS)).isTrue();
    client.close();

    worker.join().join();
    assertThatThrownBy(wait::join).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(noise).hasNullValue();
    assertThat(heard).isEmpty();
  }
}
