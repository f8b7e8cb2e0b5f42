package io.batchwright.internal.json;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one object that is costly to create for its next user; concurrent users create their own.
 * Thread-safe.
 *
 * @param <T> the kind of thing
 */
final class Spare<T> {
  private final Supplier<T> maker;
  private final AtomicReference<@Nullable T> kept = new AtomicReference<>();

  Spare(Supplier<T> maker) {
    this.maker = maker;
  }

  T take() {
    T spare = kept.getAndSet(null);
    return spare == null ? maker.get() : spare;
  }

  void giveBack(T spare) {
    kept.set(spare);
  }
}
