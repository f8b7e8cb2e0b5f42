package io.batchwright.providers;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key of a client, read for each call, since tokens expire. Thread-safe. */
public final class ApiKey implements Supplier<String> {
  private static final int KEPT = 16;

  private final Supplier<@Nullable String> source;
  private final List<String> used = new CopyOnWriteArrayList<>();

  ApiKey(Supplier<@Nullable String> source) {
    this.source = source;
  }

  /**
   * Returns the key for one call.
   *
   * @throws IllegalStateException if there is none, or it cannot be part of a header
   */
  @Override
  public String get() {
    String key = source.get();
    if (key == null || key.isBlank()) {
      throw new IllegalStateException(
          "The supplier of the API key returned no key; nothing was sent");
    }
    try {
      key = ClientBuilder.headerValue("The API key of the supplier", key);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    if (!used.contains(key)) {
      used.add(key);
      if (used.size() > KEPT) {
        used.remove(0);
      }
    }
    return key;
  }

  /** Returns a view of the keys that were read last, none of which may be shown. */
  public List<String> used() {
    return Collections.unmodifiableList(used);
  }

  /** Returns no key. */
  @Override
  public String toString() {
    return "ApiKey";
  }
}
