package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.Events;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeClient;
import io.batchwright.testing.Refused;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AwaitCallbacksTest {
  private static final Duration DAY = Duration.ofHours(26);

  @Test
  void aSlowCallbackStallsNoOtherWait() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    ExecutorService callbacks = Executors.newFixedThreadPool(2);
    try (FakeClient fake = new FakeClient(callbacks)) {
      fake.script((ref, call) -> status(ref, call < 2 ? BatchState.RUNNING : BatchState.SUCCEEDED));
      CompletableFuture<Void> slow =
          fake.open("slow")
              .awaitAsync(within(DAY))
              .thenAccept(
                  end -> {
                    try {
                      stuck.await();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      CompletableFuture<BatchStatus> quick = fake.open("quick").awaitAsync(within(DAY));
      fake.timer().advance(Duration.ofMinutes(1));

      assertThat(quick.get(60, TimeUnit.SECONDS).ref().id()).isEqualTo("quick");
      assertThat(fake.timer().pending()).isZero();
      stuck.countDown();
      slow.get(60, TimeUnit.SECONDS);
    } finally {
      stuck.countDown();
      callbacks.shutdownNow();
    }
  }

  @Test
  void aCallbackExecutorThatIsStuckStopsNoPolling() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    ExecutorService callbacks = Executors.newSingleThreadExecutor();
    callbacks.execute(
        () -> {
          try {
            stuck.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (FakeClient fake = new FakeClient(callbacks)) {
      CompletableFuture<BatchStatus> wait = fake.open("b").awaitAsync(within(DAY));
      fake.timer().advance(Duration.ofHours(1));
      assertThat(fake.polls()).hasSizeGreaterThan(60);
      assertThat(fake.events()).as("events wait for no callback").hasSizeGreaterThan(60);

      fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));
      fake.timer().advance(Duration.ofHours(1));
      stuck.countDown();
      assertThat(wait.get(60, TimeUnit.SECONDS).state()).isEqualTo(BatchState.SUCCEEDED);
    } finally {
      callbacks.shutdownNow();
    }
  }

  @Test
  void aBlockingWaitNeedsNoCallbackExecutor() throws InterruptedException {
    List<Runnable> neverRun = new ArrayList<>();
    try (FakeClient fake = new FakeClient(neverRun::add)) {
      fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));

      assertThat(fake.open("b").await(DAY).state()).isEqualTo(BatchState.SUCCEEDED);
    }
  }

  @Test
  void aListenerThatThrowsDisturbsNothing() {
    BatchListener thrower =
        new BatchListener() {
          @Override
          public void polled(BatchStatus status) {
            throw new IllegalStateException("polled");
          }

          @Override
          public void pollFailed(BatchRef ref, BatchException error, int n, Duration outage) {
            throw new IllegalStateException("failed");
          }
        };
    VirtualClock timer = new VirtualClock();
    FakeAdapter provider = new FakeAdapter();
    provider.onStatus(
        (ref, call) -> {
          if (call == 1) {
            throw Refused.lost();
          }
          return status(ref, call < 3 ? BatchState.RUNNING : BatchState.SUCCEEDED);
        });
    try (AdapterClient client =
        new AdapterClient(provider, new Events(thrower, Runnable::run, Runnable::run), timer)) {
      CompletableFuture<BatchStatus> wait = client.open(provider.ref("b")).awaitAsync(within(DAY));
      timer.advance(Duration.ofMinutes(5));

      assertThat(wait).isCompletedWithValueMatching(end -> end.state() == BatchState.SUCCEEDED);
    }
  }

  @Test
  void anExecutorThatWasShutDownStillLetsFuturesComplete() {
    try (FakeClient fake =
        new FakeClient(
            task -> {
              throw new RejectedExecutionException("shut down");
            })) {
      fake.script((ref, call) -> status(ref, call < 2 ? BatchState.RUNNING : BatchState.SUCCEEDED));
      CompletableFuture<BatchStatus> wait = fake.open("b").awaitAsync(within(DAY));
      fake.timer().advance(Duration.ofMinutes(5));

      assertThat(wait).isCompleted();
      assertThat(fake.events()).hasSize(3);
    }
  }

  @Test
  void futuresCompleteOnTheCallbackExecutor() throws Exception {
    ExecutorService callbacks = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
    try (FakeClient fake = new FakeClient(callbacks)) {
      CompletableFuture<String> thread =
          fake.open("b").awaitAsync(within(DAY)).thenApply(end -> Thread.currentThread().getName());
      fake.script((ref, call) -> status(ref, BatchState.SUCCEEDED));
      fake.timer().advance(Duration.ofMinutes(1));

      assertThat(thread.get(60, TimeUnit.SECONDS)).isEqualTo("mine");
    } finally {
      callbacks.shutdownNow();
    }
  }
}
