package io.batchwright.benchmarks.read;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import com.anthropic.models.messages.batches.MessageBatchResult;

/** anthropic-java, as its documentation reads results. */
final class AnthropicSdkReader implements ResultReader {
  @Override
  public void read(Target target, Tally tally) {
    tally.readsTexts();
    AnthropicClient client =
        AnthropicOkHttpClient.builder().apiKey("no-key").baseUrl(target.baseUrl()).build();
    try (StreamResponse<MessageBatchIndividualResponse> results =
        client.messages().batches().resultsStreaming(target.batchId())) {
      for (MessageBatchIndividualResponse response : results) {
        MessageBatchResult result = response.result();
        if (result.isSucceeded()) {
          tally.text(text(result));
        }
        tally.result(response.customId(), result.isSucceeded());
      }
    }
    client.close();
  }

  private static String text(MessageBatchResult result) {
    StringBuilder text = new StringBuilder();
    for (ContentBlock block : result.asSucceeded().message().content()) {
      block.text().ifPresent(part -> text.append(part.text()));
    }
    return text.toString();
  }
}
