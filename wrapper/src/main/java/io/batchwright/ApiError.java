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

  private final Builder parts;

  private ApiError(Builder parts) {
    this.parts = new Builder(parts);
  }

  /** Returns a builder of an error, of which only the kind is required. */
  public static Builder builder(ErrorKind kind) {
    return new Builder().kind(kind);
  }

  /** Returns a builder that holds what this error does. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** Returns a copy whose type, code, message and request id are changed, say to mask secrets. */
  public ApiError withTexts(UnaryOperator<String> change) {
    return toBuilder()
        .type(changed(parts.type, change))
        .code(changed(parts.code, change))
        .message(changed(parts.message, change))
        .requestId(changed(parts.requestId, change))
        .build();
  }

  private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }

  /** Returns what the error means, whichever provider it is from. */
  public ErrorKind kind() {
    return parts.kind;
  }

  /** Returns the provider's type of error, such as {@code invalid_request_error}, or null. */
  public @Nullable String type() {
    return parts.type;
  }

  /** Returns the provider's finer code, or null. */
  public @Nullable String code() {
    return parts.code;
  }

  /**
   * Returns the provider's message, or where it sent none, what else it sent, such as {@code
   * RESOURCE_EXHAUSTED (8)} or {@code HTTP 502}; never empty. It may quote what a user wrote.
   */
  public String message() {
    if (parts.message != null) {
      return parts.message;
    }
    boolean bare = parts.type == null && parts.httpStatus != null;
    String name = bare ? "HTTP " + parts.httpStatus : parts.type;
    if (name == null) {
      return Objects.requireNonNullElse(parts.code, "the provider gave no reason");
    }
    boolean same = parts.code == null || name.endsWith(parts.code);
    return same ? name : name + " (" + parts.code + ")";
  }

  /** Returns the HTTP status that came with the error, or null if none did. */
  public @Nullable Integer httpStatus() {
    return parts.httpStatus;
  }

  /** Returns the id to quote to the provider's support, or null. */
  public @Nullable String requestId() {
    return parts.requestId;
  }

  /** Returns the line of the input that the error is about, counted from 1, or null. */
  public @Nullable Long line() {
    return parts.line;
  }

  /** Returns whether the same request, unchanged, may succeed later. */
  public boolean retryable() {
    return parts.retryable != null ? parts.retryable : parts.kind.retryable();
  }

  /**
   * Returns line, message and code as one text for people, which may quote what a user wrote;
   * {@link #toString} does not.
   */
  public String text() {
    String place = parts.line == null ? "" : "line " + parts.line + ": ";
    boolean named = parts.message == null || parts.code == null;
    return place + message() + (named ? "" : " (" + parts.code + ")");
  }

  /** Returns the provider's own message, or null. */
  @Nullable String reason() {
    return parts.message;
  }

  private List<@Nullable Object> values() {
    return Arrays.asList(
        parts.kind,
        parts.type,
        parts.code,
        parts.message,
        parts.httpStatus,
        parts.requestId,
        parts.line,
        retryable());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiError error && values().equals(error.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  /** Names the error without its message, which may quote what a user wrote. */
  @Override
  public String toString() {
    return "ApiError[kind="
        + parts.kind
        + ", type="
        + word(parts.type)
        + ", code="
        + word(parts.code)
        + ", httpStatus="
        + parts.httpStatus
        + ", requestId="
        + parts.requestId
        + ", line="
        + parts.line
        + "]";
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || WORD.matcher(text).matches() ? text : "(not a word)";
  }

  /** Builds an error. Not thread-safe. */
  public static final class Builder {
    private ErrorKind kind = ErrorKind.INVALID;
    private @Nullable String type;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable Integer httpStatus;
    private @Nullable String requestId;
    private @Nullable Long line;
    private @Nullable Boolean retryable;

    private Builder() {}

    private Builder(Builder from) {
      kind = from.kind;
      type = from.type;
      code = from.code;
      message = from.message;
      httpStatus = from.httpStatus;
      requestId = from.requestId;
      line = from.line;
      retryable = from.retryable;
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
