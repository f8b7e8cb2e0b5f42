package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call that consumes its handle: done, or failed with a fresh handle handed back.
 *
 * <p>Immutable and thread-safe; the handle inside is alive until it is consumed itself.
 *
 * <pre>{@code
 * CancellingBatch cancelling = batch.cancel().orElseThrow();
 * }</pre>
 *
 * @param <T> what the call returns when it succeeds
 * @param <H> the kind of handle that was consumed
 */
public sealed interface Outcome<T, H extends Batch> {
  /**
   * Returns the value, or throws.
   *
   * @throws HandedBackException if the call failed; it carries the live handle
   */
  @CanIgnoreReturnValue
  T orElseThrow();

  /** Returns the value, or null if the call failed. */
  @Nullable T value();

  /** Returns whether the call succeeded. */
  default boolean isDone() {
    return this instanceof Done;
  }

  /**
   * The call succeeded.
   *
   * @param value what the call returned
   */
  record Done<T, H extends Batch>(T value) implements Outcome<T, H> {
    /** Checks that there is a value. */
    public Done {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public T orElseThrow() {
      return value;
    }
  }

  /**
   * The call failed; the caller may retry, keep or drop the handle.
   *
   * @param handle a live handle on the same batch
   * @param error why it failed
   */
  record HandedBack<T, H extends Batch>(H handle, BatchException error) implements Outcome<T, H> {
    /** Checks that both are there. */
    public HandedBack {
      Objects.requireNonNull(handle, "handle");
      Objects.requireNonNull(error, "error");
    }

    @Override
    public T orElseThrow() {
      throw new HandedBackException(handle, error);
    }

    @Override
    public @Nullable T value() {
      return null;
    }
  }
}
