package io.batchwright;

import com.google.auto.value.AutoValue;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
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
@AutoValue
public abstract class ApiError {
  /** What types and codes are; anything else may quote what must not be shown. */
  private static final Pattern WORD = Pattern.compile("[\\w.-]{1,64}");

  ApiError() {}

  /** Returns a builder of an error, of which only the kind is required. */
  public static Builder builder(ErrorKind kind) {
    return new AutoValue_ApiError.Builder().kind(kind);
  }

  /** Returns a builder that holds what this error does. */
  public abstract Builder toBuilder();

  /** Returns a copy whose type, code, message and request id are changed, say to mask secrets. */
  public final ApiError withTexts(UnaryOperator<String> change) {
    return toBuilder()
        .type(changed(type(), change))
        .code(changed(code(), change))
        .message(changed(reason(), change))
        .requestId(changed(requestId(), change))
        .build();
  }

  private static @Nullable String changed(@Nullable String text, UnaryOperator<String> change) {
    return text == null ? null : change.apply(text);
  }

  /** Returns what the error means, whichever provider it is from. */
  public abstract ErrorKind kind();

  /** Returns the provider's type of error, such as {@code invalid_request_error}, or null. */
  public abstract @Nullable String type();

  /** Returns the provider's finer code, or null. */
  public abstract @Nullable String code();

  /**
   * Returns the provider's message, or where it sent none, what else it sent, such as {@code
   * RESOURCE_EXHAUSTED (8)} or {@code HTTP 502}; never empty. It may quote what a user wrote.
   */
  public final String message() {
    if (reason() != null) {
      return reason();
    }
    boolean bare = type() == null && httpStatus() != null;
    String name = bare ? "HTTP " + httpStatus() : type();
    if (name == null) {
      return Objects.requireNonNullElse(code(), "the provider gave no reason");
    }
    boolean same = code() == null || name.endsWith(code());
    return same ? name : name + " (" + code() + ")";
  }

  /** Returns the HTTP status that came with the error, or null if none did. */
  public abstract @Nullable Integer httpStatus();

  /** Returns the id to quote to the provider's support, or null. */
  public abstract @Nullable String requestId();

  /** Returns the line of the input that the error is about, counted from 1, or null. */
  public abstract @Nullable Long line();

  /** Returns whether the same request, unchanged, may succeed later. */
  public final boolean retryable() {
    return Objects.requireNonNullElse(verdict(), kind().retryable());
  }

  /**
   * Returns line, message and code as one text for people, which may quote what a user wrote;
   * {@link #toString} does not.
   */
  public final String text() {
    String place = line() == null ? "" : "line " + line() + ": ";
    boolean named = reason() == null || code() == null;
    return place + message() + (named ? "" : " (" + code() + ")");
  }

  /** Returns the provider's own message, or null. */
  abstract @Nullable String reason();

  /** Returns what was set in place of the kind's {@link #retryable()}, or null. */
  abstract @Nullable Boolean verdict();

  /** Names the error without its message, which may quote what a user wrote. */
  @Override
  public final String toString() {
    return "ApiError[kind=%s, type=%s, code=%s, httpStatus=%s, requestId=%s, line=%s]"
        .formatted(kind(), word(type()), word(code()), httpStatus(), requestId(), line());
  }

  private static @Nullable String word(@Nullable String text) {
    return text == null || WORD.matcher(text).matches() ? text : "(not a word)";
  }

  /** Builds an error. Not thread-safe. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Sets what the error means. */
    public abstract Builder kind(ErrorKind value);

    /** Sets the provider's type of error. */
    public abstract Builder type(@Nullable String value);

    /** Sets the provider's finer code. */
    public abstract Builder code(@Nullable String value);

    /** Sets the provider's message; one that is blank is none. */
    @CanIgnoreReturnValue
    public final Builder message(@Nullable String value) {
      return reason(value == null || value.isBlank() ? null : value);
    }

    /** Sets the HTTP status that came with the error. */
    public abstract Builder httpStatus(@Nullable Integer value);

    /** Sets the id to quote to the provider's support. */
    public abstract Builder requestId(@Nullable String value);

    /** Sets the line of the input that the error is about. */
    public abstract Builder line(@Nullable Long value);

    /** Sets whether the same request may succeed later, where the kind does not decide that. */
    @CanIgnoreReturnValue
    public final Builder retryable(boolean value) {
      return verdict(value);
    }

    /** Returns the error. */
    public abstract ApiError build();

    abstract Builder reason(@Nullable String value);

    abstract Builder verdict(@Nullable Boolean value);
  }
}
