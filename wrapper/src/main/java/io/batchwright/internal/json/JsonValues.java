package io.batchwright.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What values mean whose form differs between providers, or between documents and wire. */
public final class JsonValues {
  /** Beyond this, in the year 5138, a time is in milliseconds; below it they would be of 1973. */
  private static final long MOST_SECONDS = 100_000_000_000L;

  private JsonValues() {}

  /** Returns the first text that is not missing; "" is missing too. */
  public static @Nullable String first(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** Returns a string; null if it is "" or anything else. */
  public static @Nullable String text(@Nullable JsonElement json) {
    return json instanceof JsonPrimitive value && value.isString()
        ? first(value.getAsString())
        : null;
  }

  /** Returns a word such as a code, which may be a string or a number. */
  public static @Nullable String word(@Nullable JsonElement json) {
    return json instanceof JsonPrimitive value && !value.isBoolean()
        ? first(value.getAsString())
        : null;
  }

  /** Returns a number, which may be a string of one, without its fraction; null if it is none. */
  public static @Nullable Long number(@Nullable JsonElement json) {
    String word = word(json);
    return word == null ? null : JsonNumber.whole(word);
  }

  /** Returns a number of requests, which is 0 where it is missing. */
  public static long count(@Nullable Long count) {
    return count == null ? 0 : count;
  }

  /**
   * Returns a time: RFC 3339 text, with any offset, or seconds or milliseconds since 1970, which
   * their size tells apart; null if it is none, or 0.
   */
  public static @Nullable Instant time(@Nullable JsonElement json) {
    Long since = number(json);
    if (since != null && since > 0) {
      return since > MOST_SECONDS ? Instant.ofEpochMilli(since) : Instant.ofEpochSecond(since);
    }
    try {
      String word = word(json);
      return word == null ? null : OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
