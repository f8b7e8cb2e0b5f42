package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchException;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.HandedBackException;
import io.batchwright.InvalidInputException;
import io.batchwright.Outcome;
import io.batchwright.ProviderException;
import io.batchwright.SubmitException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Everything that became visible, formatted as in a program's log. Thread-safe. */
final class Shown implements BatchListener {
  private final Set<String> texts = ConcurrentHashMap.newKeySet();

  /** Adds things by their {@code toString}. */
  void show(Object... things) {
    for (Object thing : things) {
      texts.add(String.valueOf(thing));
    }
  }

  /** Runs something that may fail, and adds the exception with its causes. */
  void attempt(ThrowingCallable call) {
    try {
      call.call();
    } catch (Throwable e) {
      failure(e);
    }
  }

  private void failure(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    show(trace, error);
    if (error instanceof BatchException known) {
      show(known.fact());
    }
    if (error instanceof InvalidInputException invalid) {
      show(invalid.report(), invalid.report().problems());
    }
    if (error instanceof ProviderException refused) {
      show(refused.error(), refused.provider(), refused.call());
    }
    if (error instanceof SubmitException submit) {
      show(submit.attempt());
    }
    if (error instanceof HandedBackException handed) {
      show(handed.handle());
    }
  }

  /** Adds an outcome and its contents. */
  void outcome(Outcome<?, ?> outcome) {
    show(outcome);
    attempt(() -> show(outcome.orElseThrow()));
  }

  @Override
  public void submitted(BatchStatus status) {
    show(status, status.errors());
  }

  @Override
  public void polled(BatchStatus status) {
    show(status, status.errors());
  }

  @Override
  public void pollFailed(BatchRef ref, BatchException error, int failures, Duration outage) {
    show(ref);
    failure(error);
  }

  @Override
  public void resultsResumed(BatchRef ref, long line, BatchException error) {
    show(ref);
    failure(error);
  }

  /** Returns the number of distinct texts. */
  int count() {
    return texts.size();
  }

  /** Whether any of the texts contains this. */
  boolean has(String part) {
    return texts.stream().anyMatch(text -> text.contains(part));
  }

  /** Fails if any of the texts contains a canary. */
  void assertNoCanary() {
    assertThat(texts).isNotEmpty();
    texts.forEach(Canaries::assertNoneIn);
  }
}
