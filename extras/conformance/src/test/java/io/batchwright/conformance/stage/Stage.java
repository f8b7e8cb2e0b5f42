package io.batchwright.conformance.stage;

import io.batchwright.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for each test, on a clock that the test moves. */
public final class Stage implements BeforeEachCallback, AfterEachCallback {
  /** The only key that the sandbox accepts; zai-sdk wants two parts. */
  public static final String KEY = "conformance.key";

  /** A key that it refuses. */
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

  /** Lets half of a batch's time pass: it runs. */
  public void runHalf() {
    time.pass(BATCH.dividedBy(2));
  }

  /** Lets all of a batch's time pass, and all of a cancel's: it has ended. */
  public void runAll() {
    time.pass(BATCH);
  }

  public Instant now() {
    return time.instant();
  }
}
