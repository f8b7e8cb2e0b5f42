package io.batchwright.benchmarks.read;

import io.batchwright.benchmarks.data.Dialect;

/**
 * Where results are.
 *
 * @param url the server, without a path
 * @param dialect whose results they are
 * @param name what they are called at the server
 */
public record Target(String url, Dialect dialect, String name) {
  /** Gives the base URL as the provider's clients take it. */
  public String baseUrl() {
    return switch (dialect) {
      case ANTHROPIC, GEMINI -> url;
      case OPENAI -> url + "/v1";
      case ZHIPU -> url + "/api/paas/v4";
    };
  }

  /** Gives the id of the batch. */
  public String batchId() {
    return switch (dialect) {
      case ANTHROPIC -> "msgbatch_" + name;
      case OPENAI, ZHIPU -> "batch_" + name;
      case GEMINI -> "batches/" + name;
    };
  }

  /** Gives the address of the results themselves. */
  public String downloadUrl() {
    return switch (dialect) {
      case ANTHROPIC -> url + "/v1/messages/batches/" + batchId() + "/results";
      case OPENAI, ZHIPU -> baseUrl() + "/files/file-" + name + "/content";
      case GEMINI -> url + "/download/v1beta/files/" + name + ":download?alt=media";
    };
  }
}
