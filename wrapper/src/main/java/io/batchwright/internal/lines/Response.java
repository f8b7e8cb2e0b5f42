package io.batchwright.internal.lines;

import com.google.gson.JsonObject;
import io.batchwright.AnswerException;
import io.batchwright.BatchResult;
import io.batchwright.Finish;
import io.batchwright.MalformedResponseException;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonCursor.Reading;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonProblem;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.ModelMembers;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A response in a line, of which nothing is decoded before it is requested. */
final class Response extends ResultLine.Result implements BatchResult.Succeeded {
  private final int from;
  private final int to;
  private final BodyReader bodies;

  /**
   * Creates a response.
   *
   * @param line a line that was checked to be one JSON object
   * @param from where in it the response begins
   * @param to where it ends
   * @param bodies reads it
   */
  Response(ResultLine line, int from, int to, BodyReader bodies) {
    super(line);
    this.from = from;
    this.to = to;
    this.bodies = bodies;
  }

  @Override
  public String text() {
    return Objects.requireNonNull(read(bodies::text));
  }

  @Override
  public Finish finish() {
    return Objects.requireNonNull(read(bodies::finish));
  }

  @Override
  public @Nullable Usage usage() {
    return read(bodies::usage);
  }

  @Override
  public List<float[]> embeddings() {
    try {
      return Objects.requireNonNull(read(bodies::embeddings));
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException(
          bodies.provider(),
          "embeddings",
          "a vector is neither numbers nor Base64 of them, or two have one index");
    }
  }

  @Override
  public @Nullable String model() {
    return read(Response::model);
  }

  private static @Nullable String model(JsonCursor body) throws JsonFault {
    String model = null;
    if (body.enterObject()) {
      while (body.nextMember()) {
        if (body.isNamed("model") || body.isNamed("modelVersion")) {
          model = body.text();
        } else {
          body.skip();
        }
      }
    }
    return model;
  }

  @Override
  public JsonObject json() {
    return ModelJson.decode(cursor(), JsonObject.class);
  }

  @Override
  public <T> T decode(Class<T> type) {
    T decoded;
    try {
      decoded = ModelJson.decode(cursor(), type);
    } catch (RuntimeException e) {
      // A class's own code may throw anything, and what it throws may quote the response.
      throw misfit(type, JsonProblem.of(e));
    }
    if (decoded == null) { // as Gson decodes local classes
      throw misfit(type, "such a class cannot be decoded");
    }
    ModelMembers members = ModelMembers.of(type);
    if (!members.generated() || !members.anySet(decoded, bodies.contents())) {
      requireFit(type, members);
    }
    return decoded;
  }

  /** Rejects a class that has no member for what was requested. */
  private void requireFit(Class<?> type, ModelMembers members) {
    Set<String> due = Objects.requireNonNull(read(Response::names));
    if (members.generated()) {
      due.retainAll(bodies.contents());
    }
    if (!members.fit(due)) {
      String has =
          "the response has " + String.join(", ", due) + ", the class has no such member; ";
      throw misfit(
          type,
          members.generated()
              ? has + "decode it into the model of that response, or use json()"
              : has + "to decode the text that the model wrote, use answer(..)");
    }
  }

  private static Set<String> names(JsonCursor body) throws JsonFault {
    Set<String> names = new HashSet<>();
    body.enterObject();
    while (body.nextMember()) {
      names.add(body.name());
      body.skip();
    }
    return names;
  }

  private MalformedResponseException misfit(Class<?> type, String problem) {
    return new MalformedResponseException(bodies.provider(), type.getSimpleName(), problem);
  }

  @Override
  public <T> T answer(Class<T> type) {
    return answer((Type) type);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the type is the caller's
  public <T> T answer(Type type) {
    Finish finish = finish();
    String text = text();
    if (!finish.whole()) {
      throw new AnswerException(
          "The response is not whole: "
              + finish.reason()
              + "; text() of this exception is what there is",
          text,
          finish);
    }
    try {
      Object answer = ModelJson.parse(text, type);
      boolean fits = !(type instanceof Class<?> of) || fits(ModelMembers.of(of), text);
      if (answer != null && fits) { // Gson decodes local classes as null
        return (T) answer;
      }
    } catch (RuntimeException e) {
      // A class's own code may throw anything, and what it throws may quote the text.
      throw misfit(type, JsonProblem.of(e), text, finish);
    }
    throw misfit(type, "it has none of the members", text, finish);
  }

  private static boolean fits(ModelMembers members, String text) {
    return members.fields().isEmpty() || members.fit(ModelJson.parseObject(text).keySet());
  }

  private static AnswerException misfit(Type type, String problem, String text, Finish finish) {
    return new AnswerException(
        "The text does not fit " + type.getTypeName() + ": " + problem, text, finish);
  }

  private <T> @Nullable T read(Reading<T> reading) {
    try {
      return reading.read(cursor());
    } catch (JsonFault e) {
      throw e.ofCheckedJson();
    }
  }

  private JsonCursor cursor() {
    return new JsonCursor().over(line.bytes(), from, to);
  }
}
