package io.batchwright.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.batches.MessageBatch;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTest {
  @Test
  void anthropicJavaReadsABatchThatTheLibrarySubmitted() {
    try (Sandbox sandbox = Sandbox.start();
        BatchClient client =
            Anthropic.builder().apiKey("sk-test").baseUrl(sandbox.anthropicUrl()).build()) {
      BatchHandle batch = client.submit(input());
      AnthropicClient sdk =
          AnthropicOkHttpClient.builder().apiKey("sk-test").baseUrl(sandbox.anthropicUrl()).build();

      MessageBatch read = sdk.messages().batches().retrieve(batch.ref().id());
      sdk.close();

      assertThat(read.id()).isEqualTo(batch.ref().id());
    }
  }

  @Test
  void langChain4jBuildsAModelAndARequest() {
    ChatRequest request = ChatRequest.builder().messages(UserMessage.from("Hello")).build();

    assertThat(request.messages()).hasSize(1);
    assertThat(GoogleAiGeminiChatModel.builder().apiKey("k").modelName("gemini-2.5-flash").build())
        .isNotNull();
  }

  private static BatchInput input() {
    Map<String, Object> body =
        Map.of(
            "model",
            "claude-haiku-4-5",
            "max_tokens",
            16,
            "messages",
            List.of(Map.of("role", "user", "content", "Hello")));
    return BatchInput.of(BatchRequest.of("a", body));
  }
}
