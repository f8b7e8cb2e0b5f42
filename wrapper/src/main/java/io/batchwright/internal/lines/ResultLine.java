package io.batchwright.internal.lines;

import static java.util.Objects.requireNonNullElse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.ApiError;
import io.batchwright.BatchResult;
import io.batchwright.ErrorKind;
import io.batchwright.internal.json.Utf8;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of results and whose it is, from which its result is made. The bytes are not copied.
 *
 * @param bytes the line without its end, or its start if it is too long
 * @param number the number of the line, counted from 1
 * @param id the custom id, or null
 * @param position the place among results without ids, or null
 */
@SuppressWarnings("ArrayRecordComponent") // created by the million and never compared
public record ResultLine(byte[] bytes, long number, @Nullable String id, @Nullable Long position) {
  private static final Pattern WORD = Pattern.compile("\\w{1,64}");

  /**
   * Returns the result of a line with a response.
   *
   * @param from where in the line the response begins
   * @param to where it ends
   * @param bodies reads it
   */
  public BatchResult succeeded(int from, int to, BodyReader bodies) {
    return new Response(this, from, to, bodies);
  }

  /**
   * Returns the result of a request that failed.
   *
   * @param json the error as it was received
   */
  public BatchResult errored(ApiError error, JsonElement json) {
    return new Errored(this, error, json);
  }

  /** Returns the result of a line whose response is empty. */
  public BatchResult empty() {
    return errored(
        ApiError.builder(ErrorKind.MALFORMED).message("the response is empty").build(),
        new JsonObject());
  }

  /**
   * Returns the result of a request that was not run, because the batch was cancelled.
   *
   * @param message the provider's message, or null
   */
  public BatchResult cancelled(@Nullable String message) {
    ApiError.Builder error = ApiError.builder(ErrorKind.CONFLICT).code("cancelled").retryable(true);
    return new Cancelled(
        this,
        error
            .message(
                requireNonNullElse(message, "the batch was cancelled before the request was run"))
            .build());
  }

  /**
   * Returns the result of a request that was not run in time.
   *
   * @param message the provider's message, or null
   */
  public BatchResult expired(@Nullable String message) {
    ApiError.Builder error = ApiError.builder(ErrorKind.UNAVAILABLE).code("expired");
    return new Expired(
        this,
        error.message(requireNonNullElse(message, "the request was not run in time")).build());
  }

  /**
   * Returns the result of a line that cannot be understood.
   *
   * @param problem what is wrong with it, without its content
   */
  public BatchResult.Unreadable unreadable(String problem) {
    return new Unreadable(
        this, ApiError.builder(ErrorKind.MALFORMED).message(problem).line(number).build());
  }

  private String who() {
    return id != null ? id : position != null ? "position " + position : "line " + number;
  }

  /** What every kind of result is. */
  abstract static class Result {
    final ResultLine line;

    Result(ResultLine line) {
      this.line = line;
    }

    public final @Nullable String customId() {
      return line.id;
    }

    public final @Nullable Long position() {
      return line.position;
    }

    public final long lineNumber() {
      return line.number;
    }

    public final byte[] bytes() {
      return line.bytes.clone();
    }

    public final boolean intact() {
      return Utf8.isValid(line.bytes, 0, line.bytes.length);
    }

    @Override
    public final String toString() {
      BatchResult result = (BatchResult) this;
      return line.who() + ": " + result.kind().name().toLowerCase(Locale.ROOT) + reason();
    }

    String reason() {
      return "";
    }
  }

  /** A result without a response. */
  abstract static class Failed extends Result {
    private final ApiError error;

    Failed(ResultLine line, ApiError error) {
      super(line);
      this.error = error;
    }

    public final ApiError error() {
      return error;
    }
  }

  private static final class Errored extends Failed implements BatchResult.Errored {
    private final JsonElement json;

    Errored(ResultLine line, ApiError error, JsonElement json) {
      super(line, error);
      this.json = json;
    }

    /** A type is a word; anything else may quote what must not be shown. */
    @Override
    String reason() {
      String type = String.valueOf(error().type());
      return error().type() != null && WORD.matcher(type).matches() ? " (" + type + ")" : "";
    }

    @Override
    public JsonObject json() {
      return json instanceof JsonObject object ? object.deepCopy() : new JsonObject();
    }
  }

  private static final class Cancelled extends Failed implements BatchResult.Cancelled {
    Cancelled(ResultLine line, ApiError error) {
      super(line, error);
    }
  }

  private static final class Expired extends Failed implements BatchResult.Expired {
    Expired(ResultLine line, ApiError error) {
      super(line, error);
    }
  }

  private static final class Unreadable extends Failed implements BatchResult.Unreadable {
    Unreadable(ResultLine line, ApiError error) {
      super(line, error);
    }

    @Override
    String reason() {
      return " (" + error().message() + ")";
    }
  }
}
