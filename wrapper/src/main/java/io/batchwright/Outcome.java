package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Objects;

/**
 * How a call that spends its handle went: done, or failed with a fresh handle handed back.
 *
 * <p>Immutable and thread-safe; the handle inside is alive until it is used up itself.
 *
 * @param <T> what the call gives when it worked
 * @param <H> the kind of handle that was spent
 */
public sealed interface Outcome<T, H extends Batch> {
  /**
   * Gives the value, or throws.
   *
   * @throws HandedBackException if the call failed; it carries the live handle
   */
  @CanIgnoreReturnValue
  T orElseThrow();

  /**
   * It worked.
   *
   * @param value what the call gave
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
   * It failed; the caller may retry, keep or drop the handle.
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
  }
}
