package io.batchwright.internal.jsonl;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonCursor.Kind;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.Utf8;
import io.batchwright.internal.jsonl.RequestLine.Slice;
import io.batchwright.spi.RequestFormat.LineKind;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final JsonCursor cursor = new JsonCursor();

  /** What was seen of one line. */
  private static final class Seen {
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private @Nullable String twice;
  }

  /** What was seen of a body. */
  private record Body(Slice json, @Nullable String model, @Nullable String problem) {}

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
    try {
      cursor.over(body.bytes(), body.offset(), body.offset() + body.length());
      if (cursor.kind() != Kind.OBJECT) {
        return RequestLine.bad(number, customId, "The body must be one JSON object");
      }
      Body seen = body(body.bytes());
      cursor.end();
      return line(number, customId, seen);
    } catch (JsonFault e) {
      return RequestLine.bad(number, customId, notStrict(e));
    }
  }

  /** Checks a line, which may be of any of the kinds. */
  RequestLine ofLine(long number, Slice line, List<LineKind> kinds) {
    int end = line.offset() + line.length();
    if (!Utf8.isValid(line.bytes(), line.offset(), end)) {
      return RequestLine.bad(number, null, "Not UTF-8; save the file as UTF-8");
    }
    Seen seen;
    try {
      cursor.over(line.bytes(), line.offset(), end);
      if (cursor.kind() != Kind.OBJECT) {
        return RequestLine.bad(number, null, "A line must be one JSON object");
      }
      seen = look(line.bytes(), kinds);
      cursor.end();
    } catch (JsonFault e) {
      return RequestLine.bad(number, null, notStrict(e));
    }
    LineKind kind = kindOf(seen, kinds);
    if (kind == null) {
      return RequestLine.bad(number, null, "A line must be " + forms(kinds));
    }
    String customId = seen.texts.get(kind.id());
    String problem = problem(seen, kind, customId);
    Body body = seen.bodies.get(kind.body());
    return problem != null || body == null
        ? RequestLine.bad(number, customId, String.valueOf(problem))
        : line(number, customId, body);
  }

  private static RequestLine line(long number, @Nullable String customId, Body body) {
    return new RequestLine(number, customId, onOneLine(body.json()), body.model(), body.problem());
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

  private Seen look(byte[] line, List<LineKind> kinds) throws JsonFault {
    Seen seen = new Seen();
    cursor.enterObject();
    while (cursor.nextMember()) {
      String name = cursor.name();
      if (!seen.names.add(name)) {
        seen.twice = name;
      }
      boolean isBody = kinds.stream().anyMatch(kind -> kind.body().equals(name));
      boolean isText =
          kinds.stream()
              .anyMatch(kind -> kind.id().equals(name) || kind.beside().containsKey(name));
      if (isText && cursor.kind() == Kind.TEXT) {
        seen.texts.put(name, String.valueOf(cursor.text()));
      } else if (isBody && cursor.kind() == Kind.OBJECT) {
        seen.bodies.put(name, body(line));
      } else {
        cursor.skip();
      }
    }
    return seen;
  }

  private Body body(byte[] bytes) throws JsonFault {
    int start = cursor.at();
    String model = null;
    String problem = null;
    cursor.enterObject();
    while (cursor.nextMember()) {
      if (cursor.isNamed("model") && cursor.kind() == Kind.TEXT) {
        String named = cursor.text();
        model = named == null || named.isEmpty() ? null : named;
      } else if (cursor.isNamed("stream") && isFlag(cursor.kind())) {
        problem = cursor.flag() ? "A batch cannot stream; remove \"stream\"" : null;
      } else {
        cursor.skip();
      }
    }
    return new Body(new Slice(bytes, start, cursor.at() - start), model, problem);
  }

  private static boolean isFlag(Kind kind) {
    return kind == Kind.TRUE || kind == Kind.FALSE;
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
    if (!seen.bodies.containsKey(kind.body())) {
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

  private static String notStrict(JsonFault fault) {
    return "Not strict JSON: " + fault.getMessage();
  }
}
