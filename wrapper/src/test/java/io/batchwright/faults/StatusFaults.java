package io.batchwright.faults;

import static io.batchwright.faults.Fault.inEnvironment;
import static io.batchwright.faults.Fault.onRule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Responses with an error status, or with a success status and an error body: one for each outcome.
 * How a reader interprets every status and its headers is tested in {@link
 * io.batchwright.testing.ErrorStatusContract}.
 */
final class StatusFaults {
  private static final Map<String, String> HTML = Map.of("content-type", "text/html");
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final String PAGE =
      "<!DOCTYPE html>\n<html>\n<body>One moment, please.</body>\n</html>\n";

  static final List<Fault> ALL = all();

  private StatusFaults() {}

  private static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    // OkHttp itself retries a read after 408, and after 503 with Retry-After 0.
    all.add(plain(408));
    all.add(waiting77(408));
    all.add(verdict(408, false));
    all.add(verdict(409, true));
    all.add(verdict(409, false));
    all.add(plain(429));
    all.add(waiting77(429));
    all.add(verdict(429, false));
    all.add(plain(500));
    all.add(verdict(500, false));
    all.add(hinted(503, "0"));
    all.add(waiting77(503));
    all.add(plain(529));
    all.add(plain(404));
    all.add(onRule("502 with HTML", Kind.WIRE, rule -> rule.respond(502, HTML, PAGE)));
    all.add(onRule("200 with HTML", Kind.WIRE, rule -> rule.respond(200, HTML, PAGE)));
    all.add(onRule("200 without a body", Kind.WIRE, rule -> rule.respond(200, JSON, "")));
    all.add(
        inEnvironment(
            "200 with an error",
            Kind.WIRE,
            env -> env.rule().respond(200, JSON, env.subject.invalid().body("Too blue."))));
    return all;
  }

  private static Fault plain(int status) {
    return onRule(String.valueOf(status), Kind.WIRE, rule -> rule.respond(status));
  }

  private static Fault waiting77(int status) {
    return hinted(status, "77").withDelay(Duration.ofSeconds(77));
  }

  private static Fault hinted(int status, String seconds) {
    return onRule(
        status + " retry-after: " + seconds,
        Kind.WIRE,
        rule -> rule.header("retry-after", seconds).respond(status));
  }

  private static Fault verdict(int status, boolean again) {
    return onRule(
        status + (again ? " should-retry" : " should not retry"),
        Kind.WIRE,
        rule -> rule.header("x-should-retry", String.valueOf(again)).respond(status));
  }
}
