package io.batchwright;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {
  private static final Duration TEN = Duration.ofSeconds(10);
  private static final Duration SIXTY = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.51, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesJitterOutOfBounds(double jitter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PollSchedule(TEN, SIXTY, jitter))
        .withMessageContaining("jitter");
  }

  @Test
  void refusesInvalidPauses() {
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
        .isThrownBy(() -> AwaitOptions.within(TEN).withMaxOutage(Duration.ofSeconds(-1)))
        .withMessageContaining("maxOutage");
  }
}
