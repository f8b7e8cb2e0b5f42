package io.batchwright.internal.requests;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.Utf8;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is strict JSON of the right shape, and finds its parts. Not thread-safe.
 */
final class RequestParser {
  private static final Object OTHER = new Object();
  private static final String HALF =
      "Unpaired surrogate in the body; was a string truncated inside an emoji?";

  private final List<LineKind> kinds;
  private final BodyRules rules;
  private final Map<String, BodyRule> ruleOf;
  private final JsonCursor cursor = new JsonCursor();

  /** The members of a line, each a string, a {@link Body}, or {@link #OTHER}. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  private @Nullable String duplicate;

  private record Body(Slice json, @Nullable String model, long inputs, Set<Finding> findings) {}

  private interface Reading {
    void read() throws JsonFault;
  }

  RequestParser(List<LineKind> kinds, BodyRules rules) {
    this.kinds = kinds;
    this.rules = rules;
    this.ruleOf =
        Stream.concat(rules.rules().stream(), BodyRule.OF_SDKS.stream())
            .collect(Collectors.toMap(BodyRule::member, rule -> rule));
  }

  /** Parses a body whose custom id is known. */
  RequestLine ofBody(long number, String customId, String json) {
    LineKind kind = RequestFormat.OWN;
    Slice text = Slice.of(json);
    String problem;
    if (!Utf8.isEncodable(json)) {
      problem = HALF;
    } else if (json.startsWith("\ufeff")) {
      // The cursor skips a byte order mark, which would then be sent in the middle of a file.
      problem = "The body begins with a byte order mark; remove it";
    } else {
      problem = read(text, "The body", () -> members.put(kind.body(), readBody(text.bytes())));
      members.put(kind.id(), customId);
    }
    return problem == null ? ofKind(kind, number) : RequestLine.bad(number, customId, problem);
  }

  /** Parses a line, which may be of any of the kinds. */
  RequestLine ofLine(long number, Slice line) {
    String problem =
        Utf8.isValid(line.bytes(), line.offset(), line.end())
            ? read(line, "A line", () -> readMembers(line.bytes()))
            : "Not UTF-8; save the file as UTF-8";
    if (problem != null) {
      return RequestLine.bad(number, null, problem);
    }
    for (LineKind kind : kinds) {
      if (members.containsKey(kind.id()) && members.containsKey(kind.body())) {
        return ofKind(kind, number);
      }
    }
    String form = FileForm.problem(members.keySet());
    String known =
        kinds.stream()
            .map(kind -> "{\"" + kind.id() + "\":…,\"" + kind.body() + "\":{…}}")
            .collect(Collectors.joining(" or "));
    return RequestLine.bad(
        number, null, form == null ? line("A line must be " + known) : rule(form));
  }

  /** Reads one JSON object, and returns what is wrong with it as such, or null. */
  private @Nullable String read(Slice json, String what, Reading reading) {
    members.clear();
    duplicate = null;
    try {
      cursor.over(json.bytes(), json.offset(), json.end());
      if (cursor.kind() != JsonKind.OBJECT) {
        return what + " must be one JSON object";
      }
      reading.read();
      cursor.end();
      return null;
    } catch (JsonFault e) {
      return "Not strict JSON: " + e.getMessage();
    }
  }

  private RequestLine ofKind(LineKind kind, long number) {
    String form = kind.equals(RequestFormat.OWN) ? FileForm.problem(members.keySet()) : null;
    String customId = members.remove(kind.id()) instanceof String id ? id : null;
    if (form != null) {
      return RequestLine.bad(number, customId, rule(form));
    }
    Body body = members.remove(kind.body()) instanceof Body object ? object : null;
    List<Finding> findings = new ArrayList<>();
    if (duplicate != null) {
      findings.add(line("Duplicate member" + shown(duplicate)));
    }
    if (customId == null) {
      findings.add(line("\"" + kind.id() + "\" must be a string"));
    }
    if (body == null) {
      findings.add(line("\"" + kind.body() + "\" must be a JSON object"));
    }
    members.forEach(
        (name, value) -> {
          String required = kind.requiredValues().get(name);
          if (required == null) {
            String cure = "; remove it, or move it into \"" + kind.body() + "\"";
            findings.add(line("Unknown member" + shown(name) + cure));
          } else if (!required.equals(value)) {
            String must = "\"" + name + "\" must be \"" + required + "\" in this batch";
            String option = name.equals("url") ? ", or set the option endpoint" : "";
            findings.add(rule(must + "; correct or remove it" + option));
          }
        });
    boolean wellFormed = findings.isEmpty();
    if (body != null) {
      findings.addAll(body.findings());
    }
    return body == null || !wellFormed
        ? RequestLine.bad(number, customId, findings.toArray(Finding[]::new))
        : new RequestLine(number, customId, body.json(), body.model(), body.inputs(), findings);
  }

  private void readMembers(byte[] line) throws JsonFault {
    cursor.enterObject();
    while (cursor.nextMember()) {
      String name = cursor.name();
      if (members.put(name, readValue(line)) != null) {
        duplicate = name;
      }
    }
  }

  private Object readValue(byte[] line) throws JsonFault {
    if (cursor.kind() == JsonKind.OBJECT) {
      return readBody(line);
    }
    String text = cursor.text();
    return text == null ? OTHER : text;
  }

  /** Of members of one name the last one counts. */
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
      String name = cursor.name();
      BodyRule rule = ruleOf.get(name);
      missing.remove(name);
      if (kind == JsonKind.TEXT && name.equals("model")) {
        model = JsonValues.first(cursor.text());
      } else if ((kind == JsonKind.TRUE || kind == JsonKind.FALSE) && name.equals("stream")) {
        streams = cursor.flag();
      } else if (name.equals(rules.inputs())) {
        inputs = inputs();
      } else if (rule == null) {
        cursor.skip();
      } else if (Boolean.TRUE.equals(rule.test().read(cursor))) {
        findings.add(rule.finding());
      }
    }
    if (streams) {
      findings.add(rule("A batch cannot stream; remove \"stream\""));
    }
    if (model == null && rules.required().contains("model")) {
      missing.add("model"); // one that is no string, or blank, is none
    }
    missing.forEach(name -> findings.add(rule("The body has no \"" + name + "\"")));
    Slice json = new Slice(bytes, start, cursor.at() - start);
    if (Utf8.hasHalfEscape(bytes, start, json.end())) {
      findings.add(line(HALF));
    }
    json.flatten();
    return new Body(json, model, inputs, findings);
  }

  /** An array of numbers is one input, as tokens. */
  private long inputs() throws JsonFault {
    if (!cursor.enterArray()) {
      return 1;
    }
    long elements = 0;
    boolean tokens = false;
    while (cursor.nextElement()) {
      tokens |= elements == 0 && cursor.kind() == JsonKind.NUMBER;
      elements++;
      cursor.skip();
    }
    return tokens ? 1 : elements;
  }

  private static Finding line(String message) {
    return new Finding(Kind.LINE, message);
  }

  private static Finding rule(String message) {
    return new Finding(Kind.RULE, message);
  }

  /** A name that is not plain may be anything of the user's, and is not shown. */
  private static String shown(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]{0,39}") ? " \"" + name + "\"" : "";
  }
}
