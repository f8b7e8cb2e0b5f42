package io.batchwright.internal.lines;

import com.google.gson.JsonObject;
import io.batchwright.MalformedResponseException;
import io.batchwright.ResultBody;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonProblem;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body as the line it came in, of which nothing is decoded until it is asked for. */
public final class LineBody implements ResultBody {
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final byte[] line;
  private final int from;
  private final int to;
  private final int longFrom;
  private final int longTo;
  private final BodyReader dialect;

  /**
   * Makes the body; the line is not copied.
   *
   * @param line a line that was checked to be one JSON object
   * @param from where the body begins
   * @param to where it ends; the same place if there is none, and it is an empty object
   * @param longFrom where the line's longest text begins, or -1 if that is not known
   * @param longTo where it ends
   * @param dialect reads the body
   */
  LineBody(byte[] line, int from, int to, int longFrom, int longTo, BodyReader dialect) {
    this.line = line;
    this.from = from;
    this.to = to;
    this.longFrom = longFrom;
    this.longTo = longTo;
    this.dialect = dialect;
  }

  /** Makes the body of a line that has none. */
  static LineBody empty(byte[] line, BodyReader dialect) {
    return new LineBody(line, 0, 0, -1, -1, dialect);
  }

  @Override
  public String text() {
    try {
      return dialect.text(cursor());
    } catch (JsonFault e) {
      throw unexpected(e);
    }
  }

  @Override
  public @Nullable Usage usage() {
    try {
      return dialect.usage(cursor());
    } catch (JsonFault e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(JsonFault fault) {
    return new IllegalStateException("A line that was checked has a fault", fault);
  }

  @Override
  public JsonObject json() {
    return as(JsonObject.class);
  }

  @Override
  public <T> T as(Class<T> type) {
    Objects.requireNonNull(type, "type");
    try {
      return ModelJson.decode(cursor(), type);
    } catch (RuntimeException e) {
      // A type's own code may throw anything, and what it throws may quote the body.
      throw new MalformedResponseException(
          dialect.provider(), type.getSimpleName(), JsonProblem.of(e));
    }
  }

  private JsonCursor cursor() {
    JsonCursor cursor = new JsonCursor();
    return from == to
        ? cursor.over(EMPTY, 0, EMPTY.length)
        : cursor.over(line, from, to).knowing(longFrom, longTo);
  }

  @Override
  public boolean intact() {
    return Utf8.isValid(line, 0, line.length);
  }

  @Override
  public byte[] bytes() {
    return line.clone();
  }

  /** Shows the size and no content. */
  @Override
  public String toString() {
    return "a body in a line of " + line.length + " bytes";
  }
}
