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
  static String look(Scene scene) {
    BatchHandle batch = scene.submit();
    scene.strike();
    String seen;
    try {
      BatchStatus unused = batch.status();
      seen = "ok";
    } catch (BatchException e) {
      seen = Words.of(e);
    }
    scene.pass();
    Reading.requireAll(scene, batch);
    return seen;
  }

  /** A wait during which one poll fails, or the server is unavailable for a while. */
  static String poll(Scene scene) {
    BatchHandle batch = scene.submit();
    scene.strike();
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    scene.timer.schedule(Duration.ofMinutes(15), scene::pass);
    scene.timer.advance(Duration.ofHours(5));
    String seen = end(scene, wait);
    requireHint(scene);
    scene.pass();
    Reading.requireAll(scene, batch);
    return seen;
  }

  /** A wait during which all polls fail. */
  static String outage(Scene scene) {
    BatchHandle batch = scene.submit();
    scene.strike();
    CompletableFuture<BatchStatus> wait = batch.awaitAsync(PATIENT);
    scene.timer.advance(Duration.ofHours(5));
    String seen = end(scene, wait).replaceFirst("^bore .*, ", "");
    scene.require(scene.wire.count(Operation.CANCEL) == 0, "the wait cancelled the batch");
    scene.requireOneBatch();
    scene.pass();
    if (scene.fault.kind() != Kind.BATCH) {
      Reading.requireAll(scene, batch);
    }
    return seen;
  }

  private static String end(Scene scene, CompletableFuture<BatchStatus> wait) {
    if (!wait.isDone()) {
      return "waits";
    }
    String seen = "ok";
    try {
      BatchStatus end = wait.join();
      scene.require(end.state().terminal(), "the wait ended with " + end.state());
      scene.require(end.state() == usual(scene), "the batch ended as " + end.state());
    } catch (CompletionException e) {
      seen = Words.of((BatchException) Objects.requireNonNull(e.getCause()));
    }
    List<String> borne =
        scene.stage.events().stream()
            .filter(event -> event.endsWith("Exception"))
            .map(event -> Words.ofName(event.substring(event.indexOf(' ') + 1)))
            .distinct()
            .toList();
    String bore = borne.isEmpty() ? "" : "bore " + String.join(" ", borne);
    return bore.isEmpty() ? seen : seen.equals("ok") ? bore : bore + ", " + seen;
  }

  private static BatchState usual(Scene scene) {
    Subject provider = scene.subject;
    return scene.fault.kind() == Kind.END ? provider.endOfPartlyExpired() : BatchState.SUCCEEDED;
  }

  /** The next poll is delayed for as long as the provider requests. */
  private static void requireHint(Scene scene) {
    Duration hint = scene.fault.hint();
    List<String> events = scene.stage.events();
    if (hint != null && events.size() > 1 && events.get(0).endsWith("Exception")) {
      long next = Long.parseLong(events.get(1).substring(0, events.get(1).indexOf(' ')));
      scene.require(next >= hint.toSeconds(), "the next look came after " + next + " s");
    }
  }
}
