package io.batchwright.faults;

import static io.batchwright.faults.Fault.onRule;
import static io.batchwright.faults.Fault.onScene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers with a status that is an error, or that is none although the body is one. */
final class StatusFaults {
  private static final Map<String, String> HTML = Map.of("content-type", "text/html");
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final String PAGE =
      "<!DOCTYPE html>\n<html>\n<body>One moment, please.</body>\n</html>\n";

  static final List<Fault> ALL = all();

  private StatusFaults() {}

  private static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    for (int status : new int[] {408, 409, 429}) {
      all.add(plain(status));
      all.add(hinted(status, "retry-after", "77").asking(Duration.ofSeconds(77)));
      // A read after 408 is repeated by OkHttp itself, which does not know this header.
      all.add(status == 408 ? later(status) : later(status).asking(Duration.ofSeconds(88)));
      all.add(verdict(status, true));
      all.add(verdict(status, false));
    }
    all.add(plain(500));
    all.add(verdict(500, false));
    all.add(plain(502));
    all.add(plain(503));
    all.add(hinted(503, "retry-after", "0"));
    all.add(hinted(503, "retry-after", "77").asking(Duration.ofSeconds(77)));
    all.add(plain(504));
    all.add(plain(529));
    all.add(plain(404));
    all.add(onRule("502 with HTML", Kind.WIRE, rule -> rule.answer(502, HTML, PAGE)));
    all.add(onRule("200 with HTML", Kind.WIRE, rule -> rule.answer(200, HTML, PAGE)));
    all.add(onRule("200 without a body", Kind.WIRE, rule -> rule.answer(200, JSON, "")));
    all.add(
        onScene(
            "200 with an error",
            Kind.WIRE,
            scene -> scene.rule().answer(200, JSON, scene.subject.invalid().body("Too blue."))));
    return all;
  }

  private static Fault plain(int status) {
    return onRule(String.valueOf(status), Kind.WIRE, rule -> rule.answer(status));
  }

  private static Fault hinted(int status, String header, String value) {
    return onRule(
        status + " " + header + ": " + value,
        Kind.WIRE,
        rule -> rule.header(header, value).answer(status));
  }

  /** Milliseconds need not be whole. */
  private static Fault later(int status) {
    return onRule(
        status + " retry-after-ms",
        Kind.WIRE,
        rule -> rule.header("retry-after-ms", "88000.5").answer(status));
  }

  private static Fault verdict(int status, boolean again) {
    return onRule(
        status + (again ? " should-retry" : " should not retry"),
        Kind.WIRE,
        rule -> rule.header("x-should-retry", String.valueOf(again)).answer(status));
  }
}
