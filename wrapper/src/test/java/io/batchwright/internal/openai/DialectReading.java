package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.internal.http.ErrorReader;
import java.util.function.UnaryOperator;

/** Exposes the reader of the dialect's errors to tests of its providers. */
public final class DialectReading {
  private DialectReading() {}

  /** Returns a reader of errors for a provider's table. */
  public static ErrorReader errors(UnaryOperator<ApiError> table) {
    return new DialectErrors(table);
  }
}
