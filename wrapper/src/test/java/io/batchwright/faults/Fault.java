package io.batchwright.faults;

import io.batchwright.sandbox.FaultRule;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A fault.
 *
 * @param name its name in the table
 * @param kind where it is applicable
 * @param before prepares it before the batch is created
 * @param strike applies it to the request of the phase
 * @param hint the retry delay that the provider sends with it, or null
 * @param ahead how far the provider's clock is ahead of ours
 * @param heavy whether it is so expensive that only a few providers run it
 */
record Fault(
    String name,
    Kind kind,
    Consumer<Environment> before,
    Consumer<Environment> strike,
    @Nullable Duration hint,
    Duration ahead,
    boolean heavy) {
  /** Does nothing, because all is prepared. */
  static final Consumer<Environment> NOTHING = env -> {};

  private static Fault of(
      String name, Kind kind, Consumer<Environment> before, Consumer<Environment> strike) {
    return new Fault(name, kind, before, strike, null, Duration.ZERO, false);
  }

  /** A fault of the request itself, or of its response. */
  static Fault onRule(String name, Kind kind, Consumer<FaultRule> rule) {
    return of(name, kind, NOTHING, env -> rule.accept(env.rule()));
  }

  /** A fault that needs the whole environment. */
  static Fault inEnvironment(String name, Kind kind, Consumer<Environment> strike) {
    return of(name, kind, NOTHING, strike);
  }

  /** A fault that exists from the start. */
  static Fault scripted(String name, Kind kind, Consumer<Environment> before) {
    return of(name, kind, before, NOTHING);
  }

  /** The same with a preparation. */
  Fault prepared(Consumer<Environment> preparation) {
    return new Fault(name, kind, preparation, strike, hint, ahead, heavy);
  }

  /** The same with a retry delay. */
  Fault withDelay(Duration pause) {
    return new Fault(name, kind, before, strike, pause, ahead, heavy);
  }

  /** The same with the provider's clock ahead, or behind if negative. */
  Fault skewed(Duration by) {
    return new Fault(name, kind, before, strike, hint, by, heavy);
  }

  /** The same, run with a few providers only. */
  Fault onlyWithSome() {
    return new Fault(name, kind, before, strike, hint, ahead, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
