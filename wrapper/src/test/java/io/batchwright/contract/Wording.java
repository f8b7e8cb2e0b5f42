package io.batchwright.contract;

import io.batchwright.ProviderException;
import org.jspecify.annotations.Nullable;

/**
 * An error in a provider's own words.
 *
 * @param status the HTTP status it comes with
 * @param kind the exception it becomes
 * @param type the type it names, or null
 * @param code the code it names, or null
 * @param body the body, in which {@code %s} stands for the message
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
