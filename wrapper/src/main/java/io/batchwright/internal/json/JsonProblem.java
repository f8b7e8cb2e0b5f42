package io.batchwright.internal.json;

import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with JSON by place and kind; parsers' own messages may quote what they read.
 */
public final class JsonProblem {
  private static final Pattern PLACE = Pattern.compile("line \\d+ column (\\d+)");

  private JsonProblem() {}

  /** Describes what a parser threw, without content. */
  public static String of(Throwable error) {
    if (error instanceof JsonParseException && error.getCause() != null) {
      return of(error.getCause());
    }
    if (error instanceof EOFException) {
      return "the JSON ends too early";
    }
    String kind =
        error instanceof MalformedJsonException ? "malformed JSON" : "JSON of an unexpected kind";
    Matcher place = PLACE.matcher(String.valueOf(error.getMessage()));
    return place.find() ? kind + " at column " + place.group(1) : kind;
  }
}
