package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration SIXTY = Duration.ofSeconds(60);

  @Test
  void growsByHalfUpToItsLongestPause() {
    PollSchedule schedule = new PollSchedule(TEN, SIXTY, 0);

    assertThat(schedule.pause(0, 0.3)).isEqualTo(TEN);
    assertThat(schedule.pause(1, 0.3)).isEqualTo(Duration.ofSeconds(15));
    assertThat(schedule.pause(4, 0.3)).isEqualTo(Duration.ofMillis(50_625));
    assertThat(schedule.pause(5, 0.3)).isEqualTo(SIXTY);
    assertThat(schedule.pause(Integer.MAX_VALUE, 0.3)).isEqualTo(SIXTY);
  }

  @Test
  void jitterShortensAndLengthensByItsPart() {
    assertThat(PollSchedule.DEFAULT.pause(0, 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(PollSchedule.DEFAULT.pause(0, 0.5)).isEqualTo(TEN);
    assertThat(PollSchedule.DEFAULT.pause(0, 1)).isEqualTo(Duration.ofSeconds(12));
    assertThat(PollSchedule.DEFAULT.pause(99, 1)).isEqualTo(Duration.ofSeconds(72));
  }

  @Test
  void steadySchedulesHaveNoJitter() {
    PollSchedule schedule = PollSchedule.every(TEN);

    assertThat(schedule.pause(0, 0)).isEqualTo(TEN);
    assertThat(schedule.pause(7, 1)).isEqualTo(TEN);
  }

  @Test
  void neverPausesForNothing() {
    assertThat(PollSchedule.every(Duration.ofNanos(1)).pause(0, 0)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.51, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesJitterOutOfBounds(double jitter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PollSchedule(TEN, SIXTY, jitter))
        .withMessageContaining("jitter");
  }

  @Test
  void refusesPausesThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PollSchedule(Duration.ZERO, SIXTY, 0))
        .withMessageContaining("first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PollSchedule(SIXTY, TEN, 0))
        .withMessageContaining("most");
  }

  @Test
  void optionsRefuseDeadlinesAndOutagesThatAreNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwaitOptions.within(Duration.ZERO))
        .withMessageContaining("deadline");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwaitOptions.within(TEN).maxOutage(Duration.ofSeconds(-1)))
        .withMessageContaining("maxOutage");
  }
}
