package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Exchange;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider's dialect: how its requests are told apart, and what it answers. */
public interface Provider {

  /** What a request asks for, or null if no operation has its method and path. */
  @Nullable Operation operation(Exchange exchange);

  /** Does what was asked and answers; an unknown operation gets the provider's refusal. */
  Answer answer(@Nullable Operation operation, Exchange exchange) throws IOException;

  /**
   * The provider's usual response for a status that is an error.
   *
   * @param code the provider's word for the error, or "" for the usual one
   */
  Answer error(int status, String code);

  /** The id of a batch in full, however a test names it. */
  default String batchId(String name) {
    return name;
  }

  /** The ids of the files that exist, oldest first. */
  default List<String> files() {
    return List.of();
  }
}
