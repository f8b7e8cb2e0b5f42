package io.batchwright;

import static io.batchwright.testing.FakeClient.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.testing.Background;
import io.batchwright.testing.FakeAdapter.Call;
import io.batchwright.testing.FakeClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class HandleRaceTest {
  private static final int ROUNDS = 1_000;

  @Test
  void ofTwoThreadsThatSpendAHandleExactlyOneWins() throws Throwable {
    try (FakeClient fake = new FakeClient()) {
      race(fake, BatchHandle::cancel, BatchHandle::cancel);
      assertThat(fake.provider().calls(Call.CANCEL)).isEqualTo(ROUNDS);
      race(fake, BatchHandle::delete, BatchHandle::delete);
      assertThat(fake.provider().calls(Call.DELETE)).isEqualTo(ROUNDS);
      race(fake, BatchHandle::cancel, BatchHandle::delete);
      assertThat(fake.provider().calls(Call.CANCEL) + fake.provider().calls(Call.DELETE))
          .isEqualTo(3 * ROUNDS);
    }
  }

  private static void race(
      FakeClient fake,
      Function<BatchHandle, Outcome<?, BatchHandle>> one,
      Function<BatchHandle, Outcome<?, BatchHandle>> other)
      throws Throwable {
    CyclicBarrier start = new CyclicBarrier(2);
    BatchHandle[] handles = new BatchHandle[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      handles[i] = fake.open("b" + i);
    }
    Background<boolean[]> rival = Background.start(() -> run(handles, start, other));
    boolean[] mine = run(handles, start, one);
    boolean[] theirs = rival.outcome();
    for (int i = 0; i < ROUNDS; i++) {
      assertThat(mine[i]).as("round %s", i).isNotEqualTo(theirs[i]);
    }
  }

  /** Returns for each round whether it was won; every loser must fail with the right exception. */
  private static boolean[] run(
      BatchHandle[] handles,
      CyclicBarrier start,
      Function<BatchHandle, Outcome<?, BatchHandle>> call)
      throws Exception {
    boolean[] won = new boolean[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      start.await();
      try {
        won[i] = call.apply(handles[i]) instanceof Outcome.Done;
      } catch (HandleConsumedException e) {
        won[i] = false;
      }
    }
    return won;
  }

  @Test
  void aWaitThatBeginsWhileTheHandleIsConsumedNeverOutlivesIt() throws Throwable {
    CyclicBarrier start = new CyclicBarrier(2);
    try (FakeClient fake = new FakeClient()) {
      for (int i = 0; i < ROUNDS; i++) {
        BatchHandle batch = fake.open("b" + i);
        Background<Outcome<?, ?>> rival =
            Background.start(
                () -> {
                  start.await();
                  return batch.cancel();
                });
        start.await();
        assertThatThrownBy(() -> wait(batch).join())
            .satisfiesAnyOf(
                e -> assertThat(e).isInstanceOf(HandleConsumedException.class),
                e -> assertThat(e).hasCauseInstanceOf(HandleConsumedException.class));
        assertThat(rival.outcome()).isInstanceOf(Outcome.Done.class);
      }
      assertThat(fake.timer().pending()).isZero();
    }
  }

  private static CompletableFuture<BatchStatus> wait(BatchHandle batch) {
    return batch.awaitAsync(within(Duration.ofHours(1)));
  }
}
