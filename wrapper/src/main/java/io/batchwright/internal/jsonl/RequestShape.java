package io.batchwright.internal.jsonl;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.batchwright.internal.json.JsonProblem;
import io.batchwright.internal.jsonl.RequestLine.Slice;
import io.batchwright.spi.RequestFormat.LineKind;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is strict JSON of the right shape, and finds its parts. Not thread-safe.
 */
final class RequestShape {
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

  /** What was seen of one JSON object. */
  private static final class Seen {
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> objects = new LinkedHashSet<>();
    private @Nullable String twice;
    private Body body = Body.NONE;
  }

  /** What was seen of a body. */
  private record Body(@Nullable String model, @Nullable String problem) {
    private static final Body NONE = new Body(null, null);
  }

  /** Checks a body that stands alone. */
  RequestLine ofBody(long number, String customId, String json) {
    Slice body;
    try {
      body = Slice.of(encoder.encode(CharBuffer.wrap(json)));
    } catch (CharacterCodingException e) {
      return RequestLine.bad(
          number,
          customId,
          "Half a character stands alone in the body; was a text cut in an emoji?");
    }
    if (isMarked(body)) {
      return RequestLine.bad(number, customId, "The body begins with a byte order mark; remove it");
    }
    try (JsonReader reader = reader(body)) {
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        return RequestLine.bad(number, customId, "The body must be one JSON object");
      }
      Body seen = lookInto(reader, strict(body));
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        return RequestLine.bad(number, customId, "The body is more than one JSON object");
      }
      return new RequestLine(number, customId, onOneLine(body), seen.model(), seen.problem());
    } catch (IOException | RuntimeException e) {
      return RequestLine.bad(number, customId, badJson(e));
    }
  }

  /** Checks a line, which may be of any of the kinds. */
  RequestLine ofLine(long number, Slice line, List<LineKind> kinds) {
    Seen seen;
    try (JsonReader reader = reader(line)) {
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        return RequestLine.bad(number, null, "A line must be one JSON object");
      }
      seen = look(reader, kinds, strict(line));
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        return RequestLine.bad(number, null, "A line must hold only one JSON object");
      }
    } catch (IOException | RuntimeException e) {
      return RequestLine.bad(number, null, badJson(e));
    }
    LineKind kind = kindOf(seen, kinds);
    if (kind == null) {
      return RequestLine.bad(number, null, "A line must be " + forms(kinds));
    }
    String customId = seen.texts.get(kind.id());
    String problem = problem(seen, kind, customId);
    if (problem != null) {
      return RequestLine.bad(number, customId, problem);
    }
    return new RequestLine(
        number,
        customId,
        onOneLine(MemberSpan.of(line, kind.body())),
        seen.body.model(),
        seen.body.problem());
  }

  /**
   * Makes line breaks blanks, in the array itself: some providers take requests as lines, and in
   * strict JSON a line break is only ever a blank.
   */
  private static Slice onOneLine(Slice json) {
    byte[] bytes = json.bytes();
    for (int i = json.offset(); i < json.offset() + json.length(); i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
    return json;
  }

  /** Gson passes over a byte order mark, which would then be sent in the middle of the whole. */
  private static boolean isMarked(Slice body) {
    return body.length() > 0 && body.bytes()[body.offset()] == (byte) 0xef;
  }

  private static StrictValues strict(Slice json) {
    return StrictValues.of(json.bytes(), json.offset(), json.length());
  }

  private JsonReader reader(Slice json) throws CharacterCodingException {
    String text =
        utf8.decode(ByteBuffer.wrap(json.bytes(), json.offset(), json.length())).toString();
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    return reader;
  }

  private static Seen look(JsonReader reader, List<LineKind> kinds, StrictValues rest)
      throws IOException {
    Seen seen = new Seen();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!seen.names.add(name)) {
        seen.twice = name;
      }
      boolean isBody = kinds.stream().anyMatch(kind -> kind.body().equals(name));
      boolean isText =
          kinds.stream()
              .anyMatch(kind -> kind.id().equals(name) || kind.beside().containsKey(name));
      if (isText && reader.peek() == JsonToken.STRING) {
        seen.texts.put(name, reader.nextString());
      } else if (isBody && reader.peek() == JsonToken.BEGIN_OBJECT) {
        seen.objects.add(name);
        seen.body = lookInto(reader, rest);
      } else {
        rest.passOver(reader);
      }
    }
    reader.endObject();
    return seen;
  }

  private static Body lookInto(JsonReader reader, StrictValues rest) throws IOException {
    String model = null;
    String problem = null;
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (name.equals("model") && reader.peek() == JsonToken.STRING) {
        String named = reader.nextString();
        model = named.isEmpty() ? null : named;
      } else if (name.equals("stream") && reader.peek() == JsonToken.BOOLEAN) {
        problem = reader.nextBoolean() ? "A batch cannot stream; remove \"stream\"" : null;
      } else {
        rest.passOver(reader);
      }
    }
    reader.endObject();
    return new Body(model, problem);
  }

  private static @Nullable LineKind kindOf(Seen seen, List<LineKind> kinds) {
    return kinds.stream()
        .filter(kind -> seen.names.contains(kind.id()) && seen.names.contains(kind.body()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String problem(Seen seen, LineKind kind, @Nullable String customId) {
    if (seen.twice != null) {
      return shown(seen.twice) + " stands twice; leave one";
    }
    if (customId == null) {
      return "\"" + kind.id() + "\" must be text";
    }
    if (!seen.objects.contains(kind.body())) {
      return "\"" + kind.body() + "\" must be a JSON object";
    }
    for (String name : seen.names) {
      String due = kind.beside().get(name);
      if (due != null && !due.equals(seen.texts.get(name))) {
        return shown(name) + " must be \"" + due + "\" in this batch; correct it, or leave it out";
      }
      if (due == null && !name.equals(kind.id()) && !name.equals(kind.body())) {
        return shown(name)
            + " is not part of a request line; remove it, or move it into \""
            + kind.body()
            + "\"";
      }
    }
    return null;
  }

  /** What is no plain name may be anything of the user's, and is not shown. */
  private static String shown(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}") ? "\"" + name + "\"" : "A member";
  }

  private static String forms(List<LineKind> kinds) {
    return kinds.stream()
        .map(kind -> "{\"" + kind.id() + "\":…,\"" + kind.body() + "\":{…}}")
        .collect(Collectors.joining(" or "));
  }

  private static String badJson(Exception error) {
    return error instanceof CharacterCodingException
        ? "Not UTF-8; save the file as UTF-8"
        : "Not strict JSON: " + JsonProblem.of(error);
  }
}
