package io.batchwright.benchmarks.read;

import io.batchwright.BatchResult;
import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.client.anthropic.model.ContentBlock;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.gemini.model.Candidate;
import io.batchwright.client.gemini.model.Content;
import io.batchwright.client.gemini.model.GenerateContentResponse;
import io.batchwright.client.gemini.model.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a body into the generated model and returns its text. */
final class Models {
  private Models() {}

  static String text(BatchResult.Succeeded body, Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> anthropic(body.decode(Message.class));
      case OPENAI -> openAi(body.decode(io.batchwright.client.openai.model.ChatCompletion.class));
      case GEMINI -> gemini(body.decode(GenerateContentResponse.class));
      case ZHIPU -> zhipu(body.decode(io.batchwright.client.zhipu.model.ChatCompletion.class));
    };
  }

  private static String anthropic(Message message) {
    StringBuilder text = new StringBuilder();
    for (ContentBlock block : listOf(message.getContent())) {
      if ("text".equals(block.getType())) {
        text.append(block.getText());
      }
    }
    return text.toString();
  }

  private static String openAi(io.batchwright.client.openai.model.ChatCompletion completion) {
    StringBuilder text = new StringBuilder();
    for (var choice : listOf(completion.getChoices())) {
      var message = choice.getMessage();
      text.append(message == null ? "" : message.getContent());
    }
    return text.toString();
  }

  private static String zhipu(io.batchwright.client.zhipu.model.ChatCompletion completion) {
    StringBuilder text = new StringBuilder();
    for (var choice : listOf(completion.getChoices())) {
      var message = choice.getMessage();
      text.append(message == null ? "" : message.getContent());
    }
    return text.toString();
  }

  private static String gemini(GenerateContentResponse response) {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate : listOf(response.getCandidates())) {
      Content content = candidate.getContent();
      for (Part part : listOf(content == null ? null : content.getParts())) {
        text.append(part.getText());
      }
    }
    return text.toString();
  }

  private static <T> List<T> listOf(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
