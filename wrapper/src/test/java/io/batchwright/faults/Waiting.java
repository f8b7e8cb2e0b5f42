package io.batchwright.faults;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.PollSchedule;
import io.batchwright.contract.Subject;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Polls a running batch. */
final class Waiting {
  private static final AwaitOptions PATIENT =
      AwaitOptions.within(Duration.ofHours(4))
          .withSchedule(new PollSchedule(Duration.ofSeconds(10), Duration.ofMinutes(10), 0));

  private Waiting() {}

  /** One status. */
  static String status(Environment env) {
    BatchHandle batch = env.submit();
    env.strike();
    String seen;
    try {
      BatchStatus unused = batch.status();
      seen = "ok";
    } catch (BatchException e) {
      seen = Terms.of(e);
    }
    env.pass();
    Reading.requireAll(env, batch);
    return seen;
  }

  /** A wait during which one poll fails, or the server is unavailable for a while. */
  static String poll(Environment env) {
    BatchHandle batch = env.submit();
    env.strike();
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    env.timer.schedule(Duration.ofMinutes(15), env::pass);
    env.timer.advance(Duration.ofHours(5));
    String seen = end(env, wait);
    requireHint(env);
    env.pass();
    Reading.requireAll(env, batch);
    return seen;
  }

  /** A wait during which all polls fail. */
  static String outage(Environment env) {
    BatchHandle batch = env.submit();
    env.strike();
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    env.timer.advance(Duration.ofHours(5));
    String seen = end(env, wait).replaceFirst("^bore .*, ", "");
    env.require(env.wire.count(Operation.CANCEL) == 0, "the wait cancelled the batch");
    env.requireOneBatch();
    env.pass();
    if (env.fault.kind() != Kind.BATCH) {
      Reading.requireAll(env, batch);
    }
    return seen;
  }

  private static String end(Environment env, CompletableFuture<BatchStatus> wait) {
    if (!wait.isDone()) {
      return "waits";
    }
    String seen = "ok";
    try {
      BatchStatus end = wait.join();
      env.require(end.state().terminal(), "the wait ended with " + end.state());
      env.require(end.state() == usual(env), "the batch ended as " + end.state());
    } catch (CompletionException e) {
      seen = Terms.of((BatchException) Objects.requireNonNull(e.getCause()));
    }
    List<String> borne =
        env.bed.events().stream()
            .filter(event -> event.endsWith("Exception"))
            .map(event -> Terms.ofName(event.substring(event.indexOf(' ') + 1)))
            .distinct()
            .toList();
    String bore = borne.isEmpty() ? "" : "bore " + String.join(" ", borne);
    return bore.isEmpty() ? seen : seen.equals("ok") ? bore : bore + ", " + seen;
  }

  private static BatchState usual(Environment env) {
    Subject provider = env.subject;
    return env.fault.kind() == Kind.END ? provider.endOfPartlyExpired() : BatchState.SUCCEEDED;
  }

  /** The next poll is delayed for as long as the provider requests. */
  private static void requireHint(Environment env) {
    Duration hint = env.fault.hint();
    List<String> events = env.bed.events();
    if (hint != null && events.size() > 1 && events.get(0).endsWith("Exception")) {
      long next = Long.parseLong(events.get(1).substring(0, events.get(1).indexOf(' ')));
      env.require(next >= hint.toSeconds(), "the next look came after " + next + " s");
    }
  }
}
