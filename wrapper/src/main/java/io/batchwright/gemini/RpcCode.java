package io.batchwright.gemini;

import io.batchwright.ApiError;
import io.batchwright.internal.http.Failure;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codes of google.rpc, which batches and result lines have instead of an HTTP status. */
enum RpcCode {
  CANCELLED("1", 499, false),
  UNKNOWN("2", 500, false),
  INVALID_ARGUMENT("3", 400, false),
  DEADLINE_EXCEEDED("4", 504, true),
  NOT_FOUND("5", 404, false),
  ALREADY_EXISTS("6", 409, false),
  PERMISSION_DENIED("7", 403, false),
  RESOURCE_EXHAUSTED("8", 429, true),
  FAILED_PRECONDITION("9", 400, false),
  ABORTED("10", 409, true),
  OUT_OF_RANGE("11", 400, false),
  UNIMPLEMENTED("12", 501, false),
  INTERNAL("13", 500, true),
  UNAVAILABLE("14", 503, true),
  DATA_LOSS("15", 500, false),
  UNAUTHENTICATED("16", 401, false);

  private final String number;
  private final int httpStatus;
  private final boolean retryable;

  /** The statuses are those of google/rpc/code.proto. */
  RpcCode(String number, int httpStatus, boolean retryable) {
    this.number = number;
    this.httpStatus = httpStatus;
    this.retryable = retryable;
  }

  /** Returns the name of a number; null if it has none. */
  static @Nullable String name(@Nullable String number) {
    return Stream.of(values())
        .filter(code -> code.number.equals(number))
        .map(RpcCode::name)
        .findFirst()
        .orElse(null);
  }

  /** Returns what an error means whose type is the name of a code. */
  static Failure failure(ApiError error) {
    return Stream.of(values())
        .filter(code -> code.name().equals(error.type()))
        .findFirst()
        .map(code -> Failure.of(code.httpStatus, error).withRetryable(code.retryable))
        .orElseGet(() -> Failure.of(0, error));
  }
}
