package io.batchwright.contract;

import io.batchwright.SubmitException.Delivery;
import io.batchwright.sandbox.FaultRule;
import java.util.Map;
import java.util.function.Consumer;

/** Faults of a request that must be sent only once. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum SendFault {
  TIMED_OUT(rule -> rule.respond(408), Delivery.MAYBE_CREATED),
  FAILED(rule -> rule.respond(500), Delivery.MAYBE_CREATED),
  BUSY_NOW(rule -> rule.header("Retry-After", "0").respond(503), Delivery.MAYBE_CREATED),
  GATEWAY(
      rule -> rule.respond(502, Map.of("content-type", "text/html"), "<p>"),
      Delivery.MAYBE_CREATED),
  NOT_UNDERSTOOD(rule -> rule.respond(200, Map.of(), "<p>welcome"), Delivery.MAYBE_CREATED),
  NAMELESS(rule -> rule.respond(200, Map.of(), "{\"object\":\"thing\"}"), Delivery.MAYBE_CREATED),
  RESET(FaultRule::resetAfterRequest, Delivery.MAYBE_CREATED),
  WRONG(rule -> rule.respond(400), Delivery.REJECTED),
  WRONG_KEY(rule -> rule.respond(401), Delivery.REJECTED),
  TOO_LARGE(rule -> rule.respond(413), Delivery.REJECTED),
  TOO_MANY_NOW(rule -> rule.header("Retry-After", "0").respond(429), Delivery.REJECTED),
  MOVED(rule -> rule.redirect(301, "/elsewhere"), Delivery.REJECTED),
  SEE_OTHER(rule -> rule.redirect(303, "/elsewhere"), Delivery.REJECTED),
  MOVED_KEEPING_POST(rule -> rule.redirect(307, "/elsewhere"), Delivery.REJECTED),
  MOVED_PERMANENTLY(rule -> rule.redirect(308, "/elsewhere"), Delivery.REJECTED);

  private final Consumer<FaultRule> fault;
  private final Delivery delivery;

  SendFault(Consumer<FaultRule> fault, Delivery delivery) {
    this.fault = fault;
    this.delivery = delivery;
  }

  /** Adds the fault to a rule. */
  void befall(FaultRule rule) {
    fault.accept(rule);
  }

  /** Returns what is known of a create that met the fault. */
  Delivery delivery() {
    return delivery;
  }
}
