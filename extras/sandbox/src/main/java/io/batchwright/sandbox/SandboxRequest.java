package io.batchwright.sandbox;

import com.google.gson.JsonObject;

/**
 * One request of a batch, as passed to the reply function.
 *
 * @param customId the custom id
 * @param model the requested model
 * @param prompt the text of the last user turn, or "" if it has none
 * @param body the whole request in the provider's own format
 */
public record SandboxRequest(String customId, String model, String prompt, JsonObject body) {

  /** Names the request and omits its content. */
  @Override
  public String toString() {
    return "SandboxRequest[customId=" + customId + ", model=" + model + "]";
  }
}
