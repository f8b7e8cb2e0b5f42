package io.batchwright.benchmarks.read;

import io.batchwright.benchmarks.data.Dialect;

/**
 * The location of results.
 *
 * @param url the server, without a path
 * @param dialect the provider's format
 * @param name their name at the server
 */
public record Target(String url, Dialect dialect, String name) {
  /** Returns the base URL for the provider's clients. */
  public String baseUrl() {
    return switch (dialect) {
      case ANTHROPIC, GEMINI -> url;
      case OPENAI -> url + "/v1";
      case ZHIPU -> url + "/api/paas/v4";
    };
  }

  /** Returns the id of the batch. */
  public String batchId() {
    return switch (dialect) {
      case ANTHROPIC -> "msgbatch_" + name;
      case OPENAI, ZHIPU -> "batch_" + name;
      case GEMINI -> "batches/" + name;
    };
  }

  /** Returns the URL of the results themselves. */
  public String downloadUrl() {
    return switch (dialect) {
      case ANTHROPIC -> url + "/v1/messages/batches/" + batchId() + "/results";
      case OPENAI, ZHIPU -> baseUrl() + "/files/file-" + name + "/content";
      case GEMINI -> url + "/download/v1beta/files/" + name + ":download?alt=media";
    };
  }
}
