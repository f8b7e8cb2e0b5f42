package io.batchwright.faults;

import io.batchwright.sandbox.FaultRule;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong.
 *
 * @param name what the table calls it
 * @param kind where it makes sense
 * @param before prepares it before the batch is made
 * @param strike has it befall the request of the phase
 * @param hint how long the provider asks to wait with it, or null
 * @param ahead how far the provider's clock is ahead of ours
 * @param heavy whether it takes so much that it is run with a few providers only
 */
record Fault(
    String name,
    Kind kind,
    Consumer<Scene> before,
    Consumer<Scene> strike,
    @Nullable Duration hint,
    Duration ahead,
    boolean heavy) {
  /** Strikes nothing, where all is prepared. */
  static final Consumer<Scene> NOTHING = scene -> {};

  private static Fault of(String name, Kind kind, Consumer<Scene> before, Consumer<Scene> strike) {
    return new Fault(name, kind, before, strike, null, Duration.ZERO, false);
  }

  /** A fault of the request itself, or of its answer. */
  static Fault onRule(String name, Kind kind, Consumer<FaultRule> rule) {
    return of(name, kind, NOTHING, scene -> rule.accept(scene.rule()));
  }

  /** A fault that needs more of the scene than a rule. */
  static Fault onScene(String name, Kind kind, Consumer<Scene> strike) {
    return of(name, kind, NOTHING, strike);
  }

  /** A fault that is there from the start. */
  static Fault scripted(String name, Kind kind, Consumer<Scene> before) {
    return of(name, kind, before, NOTHING);
  }

  /** The same with something prepared. */
  Fault prepared(Consumer<Scene> preparation) {
    return new Fault(name, kind, preparation, strike, hint, ahead, heavy);
  }

  /** The same with a wait that is asked for. */
  Fault asking(Duration pause) {
    return new Fault(name, kind, before, strike, pause, ahead, heavy);
  }

  /** The same where the provider's clock is ahead, or behind if negative. */
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
