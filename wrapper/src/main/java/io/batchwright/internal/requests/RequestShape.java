package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.json.Utf8;
import io.batchwright.internal.lines.Newlines;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is strict JSON of the right shape, and finds its parts. Not thread-safe.
 */
final class RequestShape {
  private static final Object OTHER = new Object();

  private final JsonCursor cursor = new JsonCursor();

  /** What the members of a line hold: a text, a {@link Body}, or something else. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  /** What was seen of a body. */
  private record Body(Slice json, @Nullable String model, @Nullable String problem) {}

  /** Checks a body that stands alone. */
  RequestLine ofBody(long number, String customId, String json) {
    if (!Utf8.isEncodable(json)) {
      return RequestLine.bad(
          number,
          customId,
          "Half a character stands alone in the body; was a text cut in an emoji?");
    }
    Slice body = Slice.of(json);
    if (isMarked(body)) {
      return RequestLine.bad(number, customId, "The body begins with a byte order mark; remove it");
    }
    try {
      cursor.over(body.bytes(), body.offset(), body.end());
      if (cursor.kind() != JsonKind.OBJECT) {
        return RequestLine.bad(number, customId, "The body must be one JSON object");
      }
      Body seen = body(body.bytes());
      cursor.end();
      boolean unused = onOneLine(body);
      return new RequestLine(number, customId, seen.json(), seen.model(), seen.problem(), false);
    } catch (JsonFault e) {
      return RequestLine.bad(number, customId, notStrict(e));
    }
  }

  /** The cursor passes over a byte order mark, which would then be sent in the middle of it all. */
  private static boolean isMarked(Slice body) {
    return body.length() > 0 && body.bytes()[body.offset()] == (byte) 0xef;
  }

  /** Checks a line, which may be of any of the kinds. */
  RequestLine ofLine(long number, Slice line, List<LineKind> kinds) {
    if (!Utf8.isValid(line.bytes(), line.offset(), line.end())) {
      return RequestLine.bad(number, null, "Not UTF-8; save the file as UTF-8");
    }
    members.clear();
    String twice;
    try {
      cursor.over(line.bytes(), line.offset(), line.end());
      if (cursor.kind() != JsonKind.OBJECT) {
        return RequestLine.bad(number, null, "A line must be one JSON object");
      }
      twice = look(line.bytes(), kinds);
      cursor.end();
    } catch (JsonFault e) {
      return RequestLine.bad(number, null, notStrict(e));
    }
    LineKind kind = LineForm.kindOf(members.keySet(), kinds);
    if (kind == null) {
      return RequestLine.bad(number, null, "A line must be " + LineForm.of(kinds));
    }
    String customId = members.get(kind.id()) instanceof String id ? id : null;
    if (twice != null) {
      return RequestLine.bad(number, customId, LineForm.shown(twice) + " stands twice; leave one");
    }
    if (customId == null) {
      return RequestLine.bad(number, null, "\"" + kind.id() + "\" must be text");
    }
    if (!(members.get(kind.body()) instanceof Body body)) {
      return RequestLine.bad(number, customId, "\"" + kind.body() + "\" must be a JSON object");
    }
    String stray = LineForm.strayIn(members, kind);
    if (stray != null) {
      return RequestLine.bad(number, customId, stray);
    }
    boolean sendable =
        onOneLine(line) && kind.sent() && members.keySet().containsAll(kind.beside().keySet());
    return new RequestLine(number, customId, body.json(), body.model(), body.problem(), sendable);
  }

  /**
   * Makes line breaks blanks, in the array itself: some providers take requests as lines, and in
   * strict JSON a line break is only ever a blank.
   *
   * @return whether there were none
   */
  private static boolean onOneLine(Slice json) {
    byte[] bytes = json.bytes();
    int at = Newlines.indexOfBreak(bytes, json.offset(), json.end());
    for (int next = at; next >= 0; next = Newlines.indexOfBreak(bytes, next, json.end())) {
      bytes[next] = ' ';
    }
    return at < 0;
  }

  /** Looks at the members, and gives the name of one that stands twice, or null. */
  private @Nullable String look(byte[] line, List<LineKind> kinds) throws JsonFault {
    String twice = null;
    cursor.enterObject();
    while (cursor.nextMember()) {
      String name = name(kinds);
      JsonKind value = cursor.kind();
      Object member = OTHER;
      if (value == JsonKind.TEXT) {
        member = LineForm.names(name, kinds) ? String.valueOf(cursor.text()) : skipped();
      } else if (value == JsonKind.OBJECT) {
        member = body(line);
      } else {
        cursor.skip();
      }
      if (members.put(name, member) != null) {
        twice = name;
      }
    }
    return twice;
  }

  private Object skipped() throws JsonFault {
    cursor.skip();
    return OTHER;
  }

  /** Gives the member's name, without making a new text of one that is expected. */
  private String name(List<LineKind> kinds) {
    for (LineKind kind : kinds) {
      if (cursor.isNamed(kind.id())) {
        return kind.id();
      }
      if (cursor.isNamed(kind.body())) {
        return kind.body();
      }
    }
    return cursor.name();
  }

  private Body body(byte[] bytes) throws JsonFault {
    int start = cursor.at();
    String model = null;
    String problem = null;
    cursor.enterObject();
    while (cursor.nextMember()) {
      if (cursor.isNamed("model") && cursor.kind() == JsonKind.TEXT) {
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

  private static boolean isFlag(JsonKind kind) {
    return kind == JsonKind.TRUE || kind == JsonKind.FALSE;
  }

  private static String notStrict(JsonFault fault) {
    return "Not strict JSON: " + fault.getMessage();
  }
}
