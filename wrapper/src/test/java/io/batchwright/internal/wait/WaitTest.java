package io.batchwright.internal.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchNotFoundException;
import io.batchwright.BatchRef;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.testing.FakeAdapter;
import io.batchwright.testing.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration SIXTY = Duration.ofSeconds(60);

  private final BatchRef ref = new FakeAdapter().ref("b");
  private final Wait wait =
      new Wait(
          ref,
          AwaitOptions.within(Duration.ofMinutes(2)).withSchedule(PollSchedule.every(TEN)),
          seconds(100));

  private static long seconds(double time) {
    return Math.round(time * 1e9);
  }

  private BatchStatus running(@Nullable Duration pollAfter) {
    return FakeAdapter.status(ref, BatchState.RUNNING, pollAfter);
  }

  @Test
  void isDueAtItsBeginAndThenShortlyBeforeItsPauseEnds() {
    assertThat(wait.isDue(seconds(100))).isTrue();
    assertThat(wait.onStatus(running(null), seconds(100))).isEqualTo(TEN);
    assertThat(wait.isDue(seconds(108.9))).isFalse();
    assertThat(wait.isDue(seconds(109))).isTrue();
  }

  @Test
  void isNotDueBeforeTheHintOfAnyStatusOrFailure() {
    assertThat(wait.onStatus(running(SIXTY), seconds(100))).isEqualTo(SIXTY);
    assertThat(wait.onStatus(running(null), seconds(120))).isEqualTo(Duration.ofSeconds(40));
    assertThat(wait.isDue(seconds(159.9))).isFalse();

    assertThat(wait.onFailure(Refused.with(429, TEN.plusSeconds(5)), seconds(160)))
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(wait.patience.failures()).isOne();
    assertThat(wait.patience.outage(seconds(160))).isZero();
    assertThat(wait.isDue(seconds(174.9))).isFalse();
  }

  @Test
  void pollsOnceMoreShortlyBeforeTheDeadline() {
    assertThat(wait.onStatus(running(null), seconds(215))).isEqualTo(Duration.ofMillis(4500));
    assertThat(wait.isLastPoll()).isTrue();
    assertThat(wait.isDue(seconds(219.4))).isFalse();
    assertThat(wait.onStatus(running(null), seconds(219.5))).isNull();
    assertThat(wait.future).isNotDone();
  }

  @Test
  void endsWithATerminalStatus() {
    BatchStatus end = FakeAdapter.status(ref, BatchState.SUCCEEDED);

    assertThat(wait.onStatus(end, seconds(100))).isNull();
    assertThat(wait.future).isCompletedWithValue(end);
  }

  @Test
  void endsWithAFailureThatItDoesNotTolerate() {
    assertThat(wait.onFailure(Refused.with(401), seconds(100))).isNull();
    assertThat(wait.future).isCompletedExceptionally();
  }

  @Test
  void toleratesNotFoundForAMinute() {
    assertThat(wait.onFailure(Refused.with(404), seconds(100))).isNotNull();
    assertThat(wait.onFailure(Refused.with(404), seconds(159))).isEqualTo(TEN);
    assertThat(wait.patience.failures()).isEqualTo(2);
    assertThat(wait.patience.outage(seconds(159))).isEqualTo(Duration.ofSeconds(59));
    assertThat(wait.onFailure(Refused.with(404), seconds(160))).isNull();
    assertThat(wait.future)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(BatchNotFoundException.class);
  }

  @Test
  void reportsNoFailureAfterItsEnd() {
    wait.future.cancel(false);

    assertThat(wait.onFailure(Refused.with(503), seconds(100))).isNull();
  }

  @Test
  void growsByHalfUpToItsLongestPause() {
    PollSchedule schedule = new PollSchedule(TEN, SIXTY, 0);

    assertThat(Wait.pause(schedule, 0, 0.3)).isEqualTo(TEN);
    assertThat(Wait.pause(schedule, 1, 0.3)).isEqualTo(Duration.ofSeconds(15));
    assertThat(Wait.pause(schedule, 4, 0.3)).isEqualTo(Duration.ofMillis(50_625));
    assertThat(Wait.pause(schedule, 5, 0.3)).isEqualTo(SIXTY);
    assertThat(Wait.pause(schedule, Integer.MAX_VALUE, 0.3)).isEqualTo(SIXTY);
  }

  @Test
  void jitterShortensAndLengthensByItsPart() {
    assertThat(Wait.pause(PollSchedule.DEFAULT, 0, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Wait.pause(PollSchedule.DEFAULT, 0, 0.5)).isEqualTo(TEN);
    assertThat(Wait.pause(PollSchedule.DEFAULT, 0, 1)).isEqualTo(Duration.ofSeconds(12));
    assertThat(Wait.pause(PollSchedule.DEFAULT, 99, 1)).isEqualTo(Duration.ofSeconds(72));
  }

  @Test
  void steadySchedulesHaveNoJitter() {
    PollSchedule schedule = PollSchedule.every(TEN);

    assertThat(Wait.pause(schedule, 0, 0)).isEqualTo(TEN);
    assertThat(Wait.pause(schedule, 7, 1)).isEqualTo(TEN);
  }

  @Test
  void neverPausesForNothing() {
    assertThat(Wait.pause(PollSchedule.every(Duration.ofNanos(1)), 0, 0)).isPositive();
  }
}
