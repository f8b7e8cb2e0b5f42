package io.batchwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of questions ask the same, each in the form of one provider. */
class QuestionFilesTest {
  /**
   * What a question is, whatever the provider.
   *
   * @param id its custom id
   * @param mostTokens how long the answer may be
   * @param said what the user says, without the white space that parts are joined with
   */
  private record Question(String id, int mostTokens, String said) {
    static Question of(JsonObject line) {
      JsonObject body = line.getAsJsonObject("body");
      boolean gemini = body.has("contents");
      JsonObject limits = gemini ? body.getAsJsonObject("generationConfig") : body;
      StringBuilder said = new StringBuilder();
      for (JsonElement message : body.getAsJsonArray(gemini ? "contents" : "messages")) {
        if (message.getAsJsonObject().get("role").getAsString().equals("user")) {
          said.append(text(message.getAsJsonObject().get(gemini ? "parts" : "content")));
        }
      }
      return new Question(
          line.get("custom_id").getAsString(),
          limits.get(gemini ? "maxOutputTokens" : "max_tokens").getAsInt(),
          said.toString().replaceAll("\\s", ""));
    }

    private static String text(JsonElement content) {
      if (!(content instanceof JsonArray parts)) {
        return content.getAsString();
      }
      StringBuilder text = new StringBuilder();
      for (JsonElement part : parts) {
        JsonElement piece = part.getAsJsonObject().get("text");
        text.append(piece == null ? "" : piece.getAsString());
      }
      return text.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "moonshot", "zhipu", "gemini"})
  void eachFileAsksTheSameUnderTheSameIds(String provider) throws IOException {
    List<Question> first = lines("questions.jsonl").stream().map(Question::of).toList();
    List<JsonObject> other = lines("questions-" + provider + ".jsonl");

    assertThat(other).map(Question::of).hasSize(200).isEqualTo(first);
    assertThat(other.stream().map(line -> line.getAsJsonObject("body").get("model")).distinct())
        .hasSize(1);
  }

  private static List<JsonObject> lines(String file) throws IOException {
    return Files.readAllLines(Path.of("data", file)).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }
}
