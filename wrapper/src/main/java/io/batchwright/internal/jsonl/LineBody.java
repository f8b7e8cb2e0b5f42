package io.batchwright.internal.jsonl;

import com.google.gson.JsonObject;
import io.batchwright.MalformedResponseException;
import io.batchwright.ResultBody;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonProblem;
import io.batchwright.internal.json.ModelJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body as the line it came in, of which nothing is decoded until it is asked for. */
public final class LineBody implements ResultBody {
  private final byte[] line;
  private final List<String> path;
  private final BodyDialect dialect;
  private final String provider;

  /**
   * Makes the body; the line is not copied.
   *
   * @param line a line that was checked to be one JSON object
   * @param path the members that lead to the body; where they do not, it is an empty object
   * @param dialect reads the body
   * @param provider the provider's short name, for messages
   */
  public LineBody(byte[] line, List<String> path, BodyDialect dialect, String provider) {
    this.line = line;
    this.path = path;
    this.dialect = dialect;
    this.provider = provider;
  }

  @Override
  public String text() {
    return dialect.text(json());
  }

  @Override
  public @Nullable Usage usage() {
    return dialect.usage(json());
  }

  @Override
  public JsonObject json() {
    JsonObject body = ModelJson.parseObject(new String(line, StandardCharsets.UTF_8));
    for (String member : path) {
      body = body.get(member) instanceof JsonObject inner ? inner : new JsonObject();
    }
    return body;
  }

  @Override
  public <T> T as(Class<T> type) {
    Objects.requireNonNull(type, "type");
    JsonObject body = json();
    try {
      return ModelJson.decode(body, type);
    } catch (RuntimeException e) {
      // A type's own code may throw anything, and what it throws may quote the body.
      throw new MalformedResponseException(provider, type.getSimpleName(), JsonProblem.of(e));
    }
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
