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

/** A body as the line it came in, of which nothing is decoded before it is requested. */
public final class LineBody implements ResultBody {
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final byte[] line;
  private final int from;
  private final int to;
  private final BodyReader dialect;

  /**
   * Creates the body; the line is not copied.
   *
   * @param line a line that was checked to be one JSON object
   * @param from where the body begins
   * @param to where it ends; the same place if there is none, and it is an empty object
   * @param dialect reads the body
   */
  LineBody(byte[] line, int from, int to, BodyReader dialect) {
    this.line = line;
    this.from = from;
    this.to = to;
    this.dialect = dialect;
  }

  /** Returns the body of a line that has none. */
  static LineBody empty(byte[] line, BodyReader dialect) {
    return new LineBody(line, 0, 0, dialect);
  }

  @Override
  public String text() {
    try {
      return dialect.text(cursor());
    } catch (JsonFault e) {
      throw e.ofCheckedJson();
    }
  }

  @Override
  public @Nullable Usage usage() {
    try {
      return dialect.usage(cursor());
    } catch (JsonFault e) {
      throw e.ofCheckedJson();
    }
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
    return from == to ? cursor.over(EMPTY, 0, EMPTY.length) : cursor.over(line, from, to);
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
