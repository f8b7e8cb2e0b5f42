package io.batchwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error that a provider reported: of a call, of a batch, or of one request of it.
 *
 * <p>{@link #kind()} and {@link #retryable()} are the library's reading of it, the same for every
 * provider; everything else is the provider's own text. Immutable and thread-safe.
 *
 * <pre>{@code
 * switch (errored.error().kind()) {
 *   case FILTERED, INVALID -> report(errored.customId(), errored.error().text());
 *   case RATE_LIMITED, UNAVAILABLE -> resend.add(errored.customId());
 *   default -> throw new IllegalStateException(errored.error().text());
 * }
 * }</pre>
 */
public final class ApiError {
  /** What types and codes are; anything else may quote what must not be shown. */
  private static final Pattern WORD = Pattern.compile("[\\w.-]{1,64}");

  private final ErrorKind kind;
  private final @Nullable String type;
  private final @Nullable String code;
  private final @Nullable String reason;
  private final @Nullable Integer httpStatus;
  private final @Nullable String requestId;
  private final @Nullable Long line;
  private final @Nullable Boolean decided;

  private ApiError(Builder parts) {
    kind = parts.kind;
    type = parts.type;
    code = parts.code;
    reason = parts.message;
    httpStatus = parts.httpStatus;
    requestId = parts.requestId;
    line = parts.line;
    decided = parts.retryable;
  }

  /** Returns a builder of an error, of which only the kind is required. */
  public static Builder builder(ErrorKind kind) {
    return new Builder(kind);
  }

  /** Returns a builder that holds what this error does. */
  public Builder toBuilder() {
    Builder parts = new Builder(kind);
    parts.type = type;
    parts.code = code;
    parts.message = reason;
    parts.httpStatus = httpStatus;
    parts.requestId = requestId;
    parts.line = line;
    parts.retryable = decided;
    return parts;
  }

  /** Returns a copy whose type, code, message and request id are changed, say to mask secrets. */
  public ApiError withTexts(UnaryOperator<String> change) {
    return toBuilder()
        .type(changed(type, change))
        .code(changed(code, change))
        .message(changed(reason, change))
        .requestId(changed(requestId, change))
        .build();
  }

  private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }

  /** Returns what the error means, whichever provider it is from. */
  public ErrorKind kind() {
    return kind;
  }

  /** Returns the provider's type of error, such as {@code invalid_request_error}, or null. */
  public @Nullable String type() {
    return type;
  }

  /** Returns the provider's finer code, or null. */
  public @Nullable String code() {
    return code;
  }

  /**
   * Returns the provider's message, or where it sent none, what else it sent, such as {@code
   * RESOURCE_EXHAUSTED (8)} or {@code HTTP 502}; never empty. It may quote what a user wrote.
   */
  public String message() {
    if (reason != null) {
      return reason;
    }
    String name = type != null || httpStatus == null ? type : "HTTP " + httpStatus;
    if (name == null) {
      return Objects.requireNonNullElse(code, "the provider gave no reason");
    }
    return code == null || code.equals(name) ? name : name + " (" + code + ")";
  }

  /** Returns the HTTP status that came with the error, or null if none did. */
  public @Nullable Integer httpStatus() {
    return httpStatus;
  }

  /** Returns the id to quote to the provider's support, or null. */
  public @Nullable String requestId() {
    return requestId;
  }

  /** Returns the line of the input that the error is about, counted from 1, or null. */
  public @Nullable Long line() {
    return line;
  }

  /** Returns whether the same request, unchanged, may succeed later. */
  public boolean retryable() {
    return decided != null ? decided : kind.retryable();
  }

  /**
   * Returns line, message and code as one text for people, which may quote what a user wrote;
   * {@link #toString} does not.
   */
  public String text() {
    String place = line == null ? "" : "line " + line + ": ";
    return place + message() + (reason == null || code == null ? "" : " (" + code + ")");
  }

  /** Returns the provider's own message, or null. */
  @Nullable String reason() {
    return reason;
  }

  private List<@Nullable Object> parts() {
    return Arrays.asList(kind, type, code, message(), httpStatus, requestId, line, retryable());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiError error && parts().equals(error.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** Names the error without its message, which may quote what a user wrote. */
  @Override
  public String toString() {
    return "ApiError[kind="
        + kind
        + ", type="
        + word(type)
        + ", code="
        + word(code)
        + ", httpStatus="
        + httpStatus
        + ", requestId="
        + requestId
        + ", line="
        + line
        + "]";
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || WORD.matcher(text).matches() ? text : "(not a word)";
  }

  /** Builds an error. Not thread-safe. */
  public static final class Builder {
    private ErrorKind kind;
    private @Nullable String type;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable Integer httpStatus;
    private @Nullable String requestId;
    private @Nullable Long line;
    private @Nullable Boolean retryable;

    private Builder(ErrorKind kind) {
      this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** Sets what the error means. */
    @CanIgnoreReturnValue
    public Builder kind(ErrorKind value) {
      kind = Objects.requireNonNull(value, "kind");
      return this;
    }

    /** Sets the provider's type of error. */
    @CanIgnoreReturnValue
    public Builder type(@Nullable String value) {
      type = value;
      return this;
    }

    /** Sets the provider's finer code. */
    @CanIgnoreReturnValue
    public Builder code(@Nullable String value) {
      code = value;
      return this;
    }

    /** Sets the provider's message; one that is blank is none. */
    @CanIgnoreReturnValue
    public Builder message(@Nullable String value) {
      message = value == null || value.isBlank() ? null : value;
      return this;
    }

    /** Sets the HTTP status that came with the error. */
    @CanIgnoreReturnValue
    public Builder httpStatus(@Nullable Integer value) {
      httpStatus = value;
      return this;
    }

    /** Sets the id to quote to the provider's support. */
    @CanIgnoreReturnValue
    public Builder requestId(@Nullable String value) {
      requestId = value;
      return this;
    }

    /** Sets the line of the input that the error is about. */
    @CanIgnoreReturnValue
    public Builder line(@Nullable Long value) {
      line = value;
      return this;
    }

    /** Sets whether the same request may succeed later, where the kind does not decide that. */
    @CanIgnoreReturnValue
    public Builder retryable(boolean value) {
      retryable = value;
      return this;
    }

    /** Returns the error. */
    public ApiError build() {
      return new ApiError(this);
    }
  }
}
