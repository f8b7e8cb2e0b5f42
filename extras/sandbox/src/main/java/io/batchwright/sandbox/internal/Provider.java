package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialect of a provider: recognises its operations and responds to them. */
public interface Provider {

  /** The operation that a request calls, or null if none has its method and path. */
  @Nullable Operation operation(Exchange exchange);

  /**
   * Performs the operation and returns the response; an unknown operation gets the provider's
   * error.
   */
  Response respond(@Nullable Operation operation, Exchange exchange) throws IOException;

  /**
   * Returns the provider's usual response for an error status.
   *
   * @param code the provider's error code, or "" for the usual one
   */
  Response error(int status, String code);

  /** The full id of a batch; a test may pass it in a short form. */
  default String batchId(String name) {
    return name;
  }

  /** The ids of the files that exist, oldest first. */
  default List<String> files() {
    return List.of();
  }
}
