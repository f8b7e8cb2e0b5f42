package io.batchwright.cli;

import com.google.gson.JsonObject;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import picocli.CommandLine.Option;

/** What every subcommand has: its world, {@code --json}, and a decent end when interrupted. */
abstract class Subcommand implements Callable<Integer> {
  final World world;
  private final Deque<Runnable> cleanUps = new ConcurrentLinkedDeque<>();
  private volatile Advice advice = Advice.NONE;
  private volatile boolean goingDown;

  @Option(names = "--json", description = "Print one JSON object on stdout.")
  private boolean json;

  @Option(names = "--debug", description = "Show where an error comes from.")
  private boolean debug;

  Subcommand(World world) {
    this.world = world;
  }

  /** Does the work and gives the exit code. */
  abstract int run() throws InterruptedException;

  /** Runs, with a shutdown hook for as long as it takes: Ctrl-C ends the JVM, not this thread. */
  @Override
  public final Integer call() throws InterruptedException {
    Thread hook = new Thread(this::interrupted, "batchwright-interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return run();
    } finally {
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is going down already, and the hook with it.
      return;
    }
  }

  private void interrupted() {
    goingDown = true;
    try {
      cleanUps.forEach(Runnable::run);
    } finally {
      sayInterrupted();
    }
  }

  final void sayInterrupted() {
    world.err().println("Interrupted.");
    sayAdvice();
  }

  final void sayAdvice() {
    if (!advice.text().isEmpty()) {
      world.err().println(advice.text());
    }
  }

  /** Adds what runs when the user interrupts, the last first; it may run twice. */
  final void onInterrupt(Runnable cleanUp) {
    cleanUps.push(cleanUp);
    if (goingDown) {
      cleanUp.run();
    }
  }

  /** Returns whether an interrupt is ending the JVM, so that failures are expected. */
  final boolean goingDown() {
    return goingDown;
  }

  /** Sets what is printed if the command is interrupted from now on. */
  final void advise(Advice now) {
    advice = now;
  }

  final Advice advice() {
    return advice;
  }

  final boolean json() {
    return json;
  }

  final boolean debug() {
    return debug;
  }

  /** Prints the outcome as JSON or as text, as the options have it. */
  final void answer(JsonObject object, String text) {
    world.out().println(json ? Json.compact(object) : text);
  }
}
