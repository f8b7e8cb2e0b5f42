package io.batchwright.internal.json;

import com.google.gson.JsonParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes what is wrong with JSON by place and kind, since exceptions of the parser may quote
 * what was read.
 */
public final class JsonProblem {
  private static final Pattern PLACE = Pattern.compile("line \\d+ column (\\d+)");

  private JsonProblem() {}

  /** Describes what was thrown, without content. */
  public static String of(Throwable error) {
    if (error instanceof JsonFault fault) {
      return String.valueOf(fault.getMessage());
    }
    if (error instanceof JsonParseException && error.getCause() != null) {
      return of(error.getCause());
    }
    String kind = "JSON of an unexpected kind";
    Matcher place = PLACE.matcher(String.valueOf(error.getMessage()));
    return place.find() ? kind + " at column " + place.group(1) : kind;
  }
}
