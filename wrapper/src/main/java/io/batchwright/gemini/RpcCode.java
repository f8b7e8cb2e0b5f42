package io.batchwright.gemini;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The codes of google.rpc, which batches and result lines have instead of an HTTP status. */
enum RpcCode {
  CANCELLED("1", ErrorKind.INVALID, false),
  UNKNOWN("2", ErrorKind.UNAVAILABLE, false),
  INVALID_ARGUMENT("3", ErrorKind.INVALID, false),
  DEADLINE_EXCEEDED("4", ErrorKind.UNAVAILABLE, true),
  NOT_FOUND("5", ErrorKind.NOT_FOUND, false),
  ALREADY_EXISTS("6", ErrorKind.CONFLICT, false),
  PERMISSION_DENIED("7", ErrorKind.PERMISSION, false),
  RESOURCE_EXHAUSTED("8", ErrorKind.RATE_LIMITED, true),
  FAILED_PRECONDITION("9", ErrorKind.INVALID, false),
  ABORTED("10", ErrorKind.CONFLICT, true),
  OUT_OF_RANGE("11", ErrorKind.INVALID, false),
  UNIMPLEMENTED("12", ErrorKind.UNAVAILABLE, false),
  INTERNAL("13", ErrorKind.UNAVAILABLE, true),
  UNAVAILABLE("14", ErrorKind.UNAVAILABLE, true),
  DATA_LOSS("15", ErrorKind.UNAVAILABLE, false),
  UNAUTHENTICATED("16", ErrorKind.AUTHENTICATION, false);

  private final String number;
  private final ErrorKind kind;
  private final boolean retryable;

  /** The kinds are those of the statuses in google/rpc/code.proto. */
  RpcCode(String number, ErrorKind kind, boolean retryable) {
    this.number = number;
    this.kind = kind;
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

  /** Returns an error whose type is the name of a code, of the kind that the code has. */
  static ApiError classify(ApiError error) {
    return Stream.of(values())
        .filter(code -> code.name().equals(error.type()))
        .findFirst()
        .map(code -> error.toBuilder().kind(code.kind).retryable(code.retryable).build())
        .orElse(error);
  }
}
