package io.batchwright.testing;

import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.providers.ClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Builds adapters alone, which otherwise only the packages of the providers can. */
public final class Adapters {
  private Adapters() {}

  /** Builds the adapter of the client that a builder would build. */
  public static ProviderAdapter of(ClientBuilder<?> builder) {
    try {
      Method settings = ClientBuilder.class.getDeclaredMethod("settings");
      Method adapter = builder.getClass().getDeclaredMethod("adapter", settings.getReturnType());
      settings.setAccessible(true);
      adapter.setAccessible(true);
      return (ProviderAdapter) adapter.invoke(builder, settings.invoke(builder));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new LinkageError(e.getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
