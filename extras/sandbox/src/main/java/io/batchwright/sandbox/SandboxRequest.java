package io.batchwright.sandbox;

import com.google.gson.JsonObject;

/**
 * One request of a batch, as the reply function sees it.
 *
 * @param customId the caller's name for it
 * @param model the model asked for
 * @param prompt the text of the last user turn, or "" if it has none
 * @param body the whole request in the provider's own form
 */
public record SandboxRequest(String customId, String model, String prompt, JsonObject body) {

  /** Names the request and keeps its content out. */
  @Override
  public String toString() {
    return "SandboxRequest[customId=" + customId + ", model=" + model + "]";
  }
}
