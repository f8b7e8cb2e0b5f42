package io.batchwright;

import static io.batchwright.testing.FakeAdapter.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Events;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes due while the list is read runs during the read, as if on another thread. */
class AwaitDuringListTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private final FakeAdapter provider = new FakeAdapter();
  private final VirtualClock time = new VirtualClock();
  private final List<CompletableFuture<BatchStatus>> waits = new ArrayList<>();

  /** Runs each task at once on the caller's thread. */
  private final Clock atOnce =
      new Clock() {
        @Override
        public Instant now() {
          return time.now();
        }

        @Override
        public long nanos() {
          return time.nanos();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          time.sleep(duration);
        }

        @Override
        public Runnable schedule(Duration delay, Runnable task) {
          return time.schedule(delay, task);
        }

        @Override
        public Executor workers() {
          return Runnable::run;
        }

        @Override
        public void close() {
          time.close();
        }
      };

  private final List<BatchRef> refs =
      IntStream.range(0, 300).mapToObj(i -> provider.ref("b" + i)).toList();
  private final List<BatchRef> first = refs.subList(0, 200);
  private final List<BatchRef> later = refs.subList(200, 300);

  @Test
  void manyWaitForTheListResponse() {
    try (BatchClient client = client()) {
      provider.onList(
          cursor -> {
            if (provider.calls(Call.LIST) == 1) {
              begin(client, later);
              time.advance(Duration.ofSeconds(5));
            }
            return running(refs);
          });
      begin(client, first);
      time.advance(Duration.ofSeconds(2));

      // The first few were polled at once.
      assertThat(provider.calls(Call.STATUS)).isEqualTo(11);
      assertThat(provider.calls(Call.LIST)).isLessThanOrEqualTo(2);
      time.advance(Duration.ofMinutes(5));
      assertThat(provider.calls(Call.STATUS)).isEqualTo(11);
      assertThat(waits).hasSize(300).noneMatch(CompletableFuture::isDone);
    }
  }

  @Test
  void aWaitThatBeginsWhileTheListIsReadIsSearchedInItAgain() {
    try (BatchClient client = client()) {
      provider.onList(
          cursor -> {
            if (provider.calls(Call.LIST) == 1) begin(client, later);
            return running(later);
          });
      begin(client, first);
      time.advance(Duration.ofMinutes(1));

      assertThat(provider.calls(Call.LIST)).isGreaterThan(2);
    }
  }

  @Test
  void whatAPageServedIsNotPolledAloneIfItFallsDueBeforeTheListEnds() {
    try (BatchClient client = client()) {
      provider.onList(
          cursor -> {
            if (provider.calls(Call.LIST) <= 2) time.advance(Duration.ofSeconds(20));
            List<BatchRef> page = cursor == null ? first.subList(0, 100) : first.subList(100, 200);
            return new BatchPage(running(page).batches(), cursor == null ? "more" : null, null);
          });
      begin(client, first);
      time.advance(Duration.ofMinutes(5));

      assertThat(provider.calls(Call.STATUS)).isEqualTo(11);
      assertThat(waits).noneMatch(CompletableFuture::isDone);
    }
  }

  @Test
  void aListThatStallsDelaysNoOtherWait() {
    try (BatchClient client = client()) {
      BatchRef late = provider.ref("late");
      provider.onList(
          cursor -> {
            if (provider.calls(Call.LIST) == 1) {
              begin(client, List.of(late));
              time.advance(Duration.ofSeconds(60));
              assertThat(provider.calls(Call.STATUS)).isGreaterThan(2 + 5);
            }
            return running(refs);
          });
      AwaitOptions together =
          AwaitOptions.within(Duration.ofHours(5)).withSchedule(PollSchedule.every(TEN_SECONDS));
      refs.subList(0, 2).forEach(ref -> waits.add(client.open(ref).awaitAsync(together)));
      time.advance(Duration.ofMinutes(5));

      assertThat(provider.calls(Call.LIST)).isGreaterThan(1);
      assertThat(waits).hasSize(3).noneMatch(CompletableFuture::isDone);
    }
  }

  private BatchClient client() {
    return new AdapterClient(
        provider, new Events(new BatchListener() {}, Runnable::run, Runnable::run), atOnce);
  }

  private static BatchPage running(List<BatchRef> refs) {
    return new BatchPage(
        refs.stream().map(ref -> status(ref, BatchState.RUNNING)).toList(), null, null);
  }

  private void begin(BatchClient client, List<BatchRef> refs) {
    AwaitOptions options = AwaitOptions.within(Duration.ofHours(5));
    refs.forEach(ref -> waits.add(client.open(ref).awaitAsync(options)));
  }
}
