package io.batchwright.contract;

import io.batchwright.ProviderException;
import org.jspecify.annotations.Nullable;

/**
 * An error in a provider's format.
 *
 * @param status the HTTP status of the response
 * @param kind the expected exception
 * @param type the expected type, or null
 * @param code the expected code, or null
 * @param body the body, in which {@code %s} is replaced with the message
 */
public record Wording(
    int status,
    Class<? extends ProviderException> kind,
    @Nullable String type,
    @Nullable String code,
    String body) {
  public String body(String message) {
    return body.replace("%s", message);
  }
}
