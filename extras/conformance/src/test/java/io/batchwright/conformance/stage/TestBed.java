package io.batchwright.conformance.bed;

import io.batchwright.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for each test, on a clock that the test moves. */
public final class TestBed implements BeforeEachCallback, AfterEachCallback {
  /** The only key that the sandbox accepts; zai-sdk requires two parts. */
  public static final String KEY = "conformance.key";

  /** A key that the sandbox refuses. */
  public static final String WRONG_KEY = "wrong.key";

  private static final Duration BATCH = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime();
  private @Nullable Sandbox sandbox;

  @Override
  public void beforeEach(ExtensionContext test) {
    sandbox = Sandbox.builder().time(time).batchTime(BATCH).apiKey(KEY).start();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    sandbox().close();
  }

  public Sandbox sandbox() {
    return Objects.requireNonNull(sandbox, "only inside a test");
  }

  /** Advances the clock by half of a batch's time: the batch is running. */
  public void runHalf() {
    time.pass(BATCH.dividedBy(2));
  }

  /** Advances the clock by a batch's and a cancel's time: the batch has ended. */
  public void runAll() {
    time.pass(BATCH);
  }

  public Instant now() {
    return time.instant();
  }
}
