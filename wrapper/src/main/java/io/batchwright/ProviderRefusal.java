package io.batchwright;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the provider gave it: what a {@link ProviderException} is made of.
 *
 * @param provider the provider's short name
 * @param call the call that was refused, such as {@code retrieve batch}
 * @param httpStatus the HTTP status
 * @param error what the provider said, keys masked and its message cut to a bounded length
 * @param retryAfter how long it asks to wait, or null
 */
public record ProviderRefusal(
    String provider, String call, int httpStatus, ApiError error, @Nullable Duration retryAfter) {
  /** Checks the parts. */
  public ProviderRefusal {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(error, "error");
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(provider).append(" answered ").append(httpStatus).append(" to ").append(call);
    if (error.type() != null) {
      text.append(" (").append(error.type()).append(')');
    }
    if (!error.message().isEmpty()) {
      text.append(": ").append(withoutStop(error.message()));
    }
    if (error.requestId() != null) {
      text.append(" [request ").append(error.requestId()).append(']');
    }
    return text.toString();
  }

  private static String withoutStop(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
