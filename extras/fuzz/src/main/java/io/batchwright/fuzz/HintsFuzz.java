package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.http.RetryHints;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.Utf8;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Parses one line each as {@code retry-after}, {@code date}, {@code retry-after-ms} and a time, and
 * displays the rest as a provider's message that contains a key.
 */
public final class HintsFuzz {
  private static final String KEY = "sk-fuzz-0123456789abcdef";
  private static final Duration LONGEST = Duration.ofHours(1);

  private HintsFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    int place = input.choice(256);
    String[] lines = input.text().split("\n", 5);
    String after = lines[0].strip();
    Headers.Builder headers = new Headers.Builder().addUnsafeNonAscii("retry-after", after);
    for (int i = 1; i < Math.min(3, lines.length); i++) {
      headers.addUnsafeNonAscii(i == 1 ? "date" : "retry-after-ms", lines[i].strip());
    }
    Duration pause = RetryHints.pause(headers.build());
    assertBounded(pause);
    assertBounded(RetryHints.seconds(after));
    if (after.matches("\\d{1,4}") && (lines.length < 3 || lines[2].isBlank())) {
      Duration sent = Duration.ofSeconds(Long.parseLong(after));
      assertThat(pause).isEqualTo(sent.compareTo(LONGEST) < 0 ? sent : LONGEST);
    }
    if (lines.length > 3) {
      checkTime(lines[3]);
    }
    if (lines.length > 4) {
      checkMessage(lines[4], place);
    }
  }

  private static void assertBounded(@Nullable Duration pause) {
    assertThat(pause == null || (!pause.isNegative() && pause.compareTo(LONGEST) <= 0)).isTrue();
  }

  private static void checkTime(String time) {
    Instant read = JsonValues.time(new JsonPrimitive(time));
    if (time.matches("[1-9]\\d{0,10}")) {
      assertThat(read).isEqualTo(Instant.ofEpochSecond(Long.parseLong(time)));
    }
  }

  private static void checkMessage(String message, int place) {
    int at =
        message.offsetByCodePoints(0, message.codePointCount(0, message.length()) * place / 255);
    String text = message.substring(0, at) + KEY + message.substring(at);
    String shown = new Redactor(List.of(KEY)).clean(text);
    assertThat(shown).doesNotContain(KEY);
    assertThat(shown.length()).isLessThanOrEqualTo(301);
    assertThat(shown.chars().anyMatch(Character::isISOControl)).isFalse();
    assertThat(Utf8.isEncodable(message) && !Utf8.isEncodable(shown)).isFalse();
  }
}
