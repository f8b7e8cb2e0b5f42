package io.batchwright.faults;

import static io.batchwright.faults.Fault.inEnvironment;
import static io.batchwright.faults.Fault.onRule;
import static io.batchwright.faults.Fault.scripted;

import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Framing;
import java.time.Duration;
import java.util.List;

/** Connections that are refused, break or stall, and clocks that differ. */
final class WireFaults {
  private static final Duration DAYS = Duration.ofDays(3);

  static final List<Fault> ALL =
      List.of(
          inEnvironment("refused connection", Kind.WIRE, Environment::refuse),
          onRule("reset before request", Kind.WIRE, FaultRule::reset),
          onRule("reset in request", Kind.SENDING, rule -> rule.resetDuring(10)),
          onRule("reset after request", Kind.WIRE, FaultRule::resetAfterRequest),
          onRule("lost answer", Kind.WIRE, FaultRule::loseResponse),
          onRule("lost, clock ahead", Kind.SEARCH, FaultRule::loseResponse).skewed(DAYS),
          onRule("lost, clock behind", Kind.SEARCH, FaultRule::loseResponse).skewed(DAYS.negated()),
          cut("reset in answer", (rule, bytes) -> rule.resetBodyAfter(bytes)),
          cut("cut, length told", (rule, bytes) -> rule.dropBodyAfter(bytes, Framing.LENGTH)),
          cut("cut, in chunks", (rule, bytes) -> rule.dropBodyAfter(bytes, Framing.CHUNKED)),
          cut("cut, no length", (rule, bytes) -> rule.truncate(bytes, Framing.CLOSE)),
          cut("cut, wrong length", (rule, bytes) -> rule.truncate(bytes, Framing.LENGTH)),
          inEnvironment(
              "stall",
              Kind.WIRE,
              env -> env.rule().stall(env.cut(), env.sockets::nothingMoreComes)),
          inEnvironment(
              "silence", Kind.WIRE, env -> env.rule().neverRespond(env.sockets::nothingMoreComes)),
          scripted("clock ahead", Kind.WIRE, Fault.NOTHING).skewed(DAYS),
          scripted("clock behind", Kind.WIRE, Fault.NOTHING).skewed(DAYS.negated()));

  private WireFaults() {}

  private interface Cutting {
    void cut(FaultRule rule, long bytes);
  }

  private static Fault cut(String name, Cutting how) {
    return inEnvironment(name, Kind.WIRE, env -> how.cut(env.rule(), env.cut()));
  }
}
