package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.json.Utf8;
import io.batchwright.internal.lines.Newlines;
import io.batchwright.internal.requests.Finding.Kind;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.util.ArrayList;
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
final class RequestParser {
  private static final Object OTHER = new Object();
  private static final String HALF =
      "Unpaired surrogate in the body; was a string truncated inside an emoji?";
  private static final Finding STREAM =
      new Finding(Kind.RULE, "A batch cannot stream; remove \"stream\"");

  private final List<LineKind> kinds;
  private final BodyRules rules;
  private final JsonCursor cursor = new JsonCursor();

  /** The members of a line, each a string, a {@link Body}, or {@link #OTHER}. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  private record Body(Slice json, @Nullable String model, long inputs, List<Finding> findings) {}

  RequestParser(List<LineKind> kinds, BodyRules rules) {
    this.kinds = kinds;
    this.rules = rules;
  }

  /** Parses a body whose custom id is known. */
  RequestLine ofBody(long number, String customId, String json) {
    if (!Utf8.isEncodable(json)) {
      return RequestLine.bad(number, customId, HALF);
    }
    // The cursor skips a byte order mark, which would then be sent in the middle of a file.
    if (json.startsWith("\ufeff")) {
      return RequestLine.bad(number, customId, "The body begins with a byte order mark; remove it");
    }
    Slice text = Slice.of(json);
    try {
      cursor.over(text.bytes(), 0, text.length());
      if (cursor.kind() != JsonKind.OBJECT) {
        return RequestLine.bad(number, customId, "The body must be one JSON object");
      }
      Body body = readBody(text.bytes());
      cursor.end();
      return request(number, customId, body);
    } catch (JsonFault e) {
      return RequestLine.bad(number, customId, notStrict(e));
    }
  }

  /** Parses a line, which may be of any of the kinds. */
  RequestLine ofLine(long number, Slice line) {
    if (!Utf8.isValid(line.bytes(), line.offset(), line.end())) {
      return RequestLine.bad(number, null, "Not UTF-8; save the file as UTF-8");
    }
    members.clear();
    String duplicate;
    try {
      cursor.over(line.bytes(), line.offset(), line.end());
      if (cursor.kind() != JsonKind.OBJECT) {
        return RequestLine.bad(number, null, "A line must be one JSON object");
      }
      duplicate = readMembers(line.bytes());
      cursor.end();
    } catch (JsonFault e) {
      return RequestLine.bad(number, null, notStrict(e));
    }
    for (LineKind kind : kinds) {
      if (members.containsKey(kind.id()) && members.containsKey(kind.body())) {
        return ofKind(kind, number, duplicate);
      }
    }
    String form = FileForm.problem(members.keySet());
    if (form != null) {
      return RequestLine.bad(number, null, new Finding(Kind.RULE, form));
    }
    String known =
        kinds.stream()
            .map(kind -> "{\"" + kind.id() + "\":…,\"" + kind.body() + "\":{…}}")
            .collect(Collectors.joining(" or "));
    return RequestLine.bad(number, null, "A line must be " + known);
  }

  private RequestLine ofKind(LineKind kind, long number, @Nullable String duplicate) {
    String form = kind.equals(RequestFormat.OWN) ? FileForm.problem(members.keySet()) : null;
    String customId = members.remove(kind.id()) instanceof String id ? id : null;
    if (form != null) {
      return RequestLine.bad(number, customId, new Finding(Kind.RULE, form));
    }
    Body body = members.remove(kind.body()) instanceof Body object ? object : null;
    List<Finding> findings = new ArrayList<>();
    if (duplicate != null) {
      findings.add(new Finding(Kind.LINE, "Duplicate member" + shown(duplicate)));
    }
    if (customId == null) {
      findings.add(new Finding(Kind.LINE, "\"" + kind.id() + "\" must be a string"));
    }
    if (body == null) {
      findings.add(new Finding(Kind.LINE, "\"" + kind.body() + "\" must be a JSON object"));
    }
    members.forEach(
        (name, value) -> {
          String required = kind.requiredValues().get(name);
          if (required == null) {
            String cure = "; remove it, or move it into \"" + kind.body() + "\"";
            findings.add(new Finding(Kind.LINE, "Unknown member" + shown(name) + cure));
          } else if (!required.equals(value)) {
            String rule = "\"" + name + "\" must be \"" + required + "\" in this batch";
            String option = name.equals("url") ? ", or set the option endpoint" : "";
            findings.add(new Finding(Kind.RULE, rule + "; correct or remove it" + option));
          }
        });
    if (customId != null && body != null && findings.isEmpty()) {
      return request(number, customId, body);
    }
    if (body != null) {
      findings.addAll(findings(body));
    }
    return RequestLine.bad(number, customId, findings.toArray(Finding[]::new));
  }

  /**
   * Replaces line breaks in the body by blanks, in the array itself: some providers read requests
   * as lines, and in strict JSON a line break is only ever white space.
   */
  private static RequestLine request(long number, String customId, Body body) {
    Slice json = body.json();
    byte[] bytes = json.bytes();
    int at = Newlines.indexOfBreak(bytes, json.offset(), json.end());
    for (; at >= 0; at = Newlines.indexOfBreak(bytes, at, json.end())) {
      bytes[at] = ' ';
    }
    return new RequestLine(number, customId, json, body.model(), body.inputs(), findings(body));
  }

  private static List<Finding> findings(Body body) {
    Slice json = body.json();
    if (!Utf8.hasHalfEscape(json.bytes(), json.offset(), json.end())) {
      return body.findings();
    }
    List<Finding> all = new ArrayList<>(body.findings());
    all.add(new Finding(Kind.LINE, HALF));
    return all;
  }

  /** Reads the members of a line, and returns the name of one that is a duplicate, or null. */
  private @Nullable String readMembers(byte[] line) throws JsonFault {
    String duplicate = null;
    cursor.enterObject();
    while (cursor.nextMember()) {
      String name = cursor.name();
      if (members.put(name, readValue(line)) != null) {
        duplicate = name;
      }
    }
    return duplicate;
  }

  private Object readValue(byte[] line) throws JsonFault {
    JsonKind kind = cursor.kind();
    if (kind == JsonKind.OBJECT) {
      return readBody(line);
    }
    if (kind == JsonKind.TEXT) {
      return String.valueOf(cursor.text());
    }
    cursor.skip();
    return OTHER;
  }

  private Body readBody(byte[] bytes) throws JsonFault {
    int start = cursor.at();
    String model = null;
    long inputs = 0;
    boolean streams = false;
    Set<String> missing = new LinkedHashSet<>(rules.required());
    Set<Finding> findings = new LinkedHashSet<>();
    cursor.enterObject();
    while (cursor.nextMember()) {
      JsonKind kind = cursor.kind();
      for (String required : rules.required()) {
        if (cursor.isNamed(required)) {
          missing.remove(required);
        }
      }
      BodyRule rule = rule();
      if (kind == JsonKind.TEXT && cursor.isNamed("model")) {
        String text = cursor.text();
        model = text == null || text.isEmpty() ? null : text;
      } else if ((kind == JsonKind.TRUE || kind == JsonKind.FALSE) && cursor.isNamed("stream")) {
        streams = cursor.flag();
      } else if (rules.inputs() != null && cursor.isNamed(rules.inputs())) {
        inputs = inputs(kind);
      } else if (rule != null) {
        Finding finding = rule.reading().read(cursor);
        if (finding != null) {
          findings.add(finding);
        }
      } else {
        cursor.skip();
      }
    }
    if (streams) {
      findings.add(STREAM);
    }
    for (String name : missing) {
      findings.add(new Finding(Kind.RULE, "The body has no \"" + name + "\""));
    }
    Slice json = new Slice(bytes, start, cursor.at() - start);
    return new Body(json, model, inputs, List.copyOf(findings));
  }

  private @Nullable BodyRule rule() throws JsonFault {
    for (BodyRule rule : rules.rules()) {
      if (cursor.isNamed(rule.member())) {
        return rule;
      }
    }
    return null;
  }

  /** An array of numbers is one input, as tokens. */
  private long inputs(JsonKind kind) throws JsonFault {
    if (kind != JsonKind.ARRAY) {
      cursor.skip();
      return 1;
    }
    long elements = 0;
    boolean tokens = false;
    cursor.enterArray();
    while (cursor.nextElement()) {
      tokens = tokens || (elements == 0 && cursor.kind() == JsonKind.NUMBER);
      elements++;
      cursor.skip();
    }
    return tokens ? 1 : elements;
  }

  /** A name that is not plain may be anything of the user's, and is not shown. */
  private static String shown(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}") ? " \"" + name + "\"" : "";
  }

  private static String notStrict(JsonFault fault) {
    return "Not strict JSON: " + fault.getMessage();
  }
}
