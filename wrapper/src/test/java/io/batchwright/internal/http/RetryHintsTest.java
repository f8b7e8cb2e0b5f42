package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintsTest {
  @ParameterizedTest
  @CsvSource({
    "retry-after, 10, PT10S",
    "Retry-After, ' 0 ', PT0S",
    "retry-after, 1.5, PT1.5S",
    "retry-after-ms, 250.4, PT0.251S",
    "retry-after, 86400, PT1H"
  })
  void readsSecondsAndMillisecondsBoundedByAnHour(String name, String value, Duration pause) {
    assertThat(RetryHints.pause(Headers.of(name, value))).isEqualTo(pause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "NaN", "Fri, 21 Nov 2026"})
  void whatCannotBeReadIsNoHint(String value) {
    assertThat(RetryHints.pause(Headers.of("retry-after", value))).isNull();
    assertThat(RetryHints.pause(Headers.of())).isNull();
  }

  @Test
  void theFinerHintCounts() {
    assertThat(RetryHints.pause(Headers.of("retry-after", "7", "retry-after-ms", "1500")))
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(RetryHints.pause(Headers.of("retry-after", "7", "retry-after-ms", "x")))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aDateIsComparedWithTheServersOwnClock() {
    String date = "Sat, 21 Nov 2026 12:00:00 GMT";
    assertThat(
            RetryHints.pause(
                Headers.of("date", date, "retry-after", "Sat, 21 Nov 2026 12:00:30 GMT")))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(
            RetryHints.pause(
                Headers.of("date", date, "retry-after", "Sat, 21 Nov 2026 11:00:00 GMT")))
        .isEqualTo(Duration.ZERO);
    assertThat(RetryHints.pause(Headers.of("retry-after", date))).isNull();
  }
}
