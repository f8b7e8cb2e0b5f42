package io.batchwright.testing;

import io.batchwright.BatchClient;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.providers.ClientBuilder;
import java.lang.reflect.Field;

/** Builds adapters alone, which tests run in virtual time. */
public final class Adapters {
  private Adapters() {}

  /** Returns the adapter of a client that a builder builds, which is never used itself. */
  public static ProviderAdapter of(ClientBuilder<?> builder) {
    BatchClient client = builder.build();
    try {
      Field adapter = AdapterClient.class.getDeclaredField("provider");
      adapter.setAccessible(true);
      return (ProviderAdapter) adapter.get(client);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
