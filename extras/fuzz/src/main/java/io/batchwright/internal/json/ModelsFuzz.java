package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.batchwright.BatchRequest;
import io.batchwright.client.anthropic.model.Message;
import io.batchwright.client.anthropic.model.MessageBatch;
import io.batchwright.client.gemini.model.GenerateContentResponse;
import io.batchwright.client.openai.model.ChatCompletion;
import io.batchwright.fuzz.Input;
import io.batchwright.fuzz.LineProperties;
import io.batchwright.fuzz.Members;
import io.batchwright.testing.TreeLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes generated models, which must equal those decoded from trees, and must encode to the same
 * JSON.
 */
public final class ModelsFuzz {
  private static final List<Class<?>> MODELS =
      List.of(
          Message.class,
          MessageBatch.class,
          ChatCompletion.class,
          io.batchwright.client.moonshot.model.ChatCompletion.class,
          io.batchwright.client.zhipu.model.ChatCompletion.class,
          GenerateContentResponse.class);

  private ModelsFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    Class<?> model = MODELS.get(input.choice(MODELS.size()));
    byte[] json = input.rest();
    TreeLine tree = TreeLine.parse(json);
    if (tree == null) {
      return; // bodies are validated before they are decoded
    }
    String written = written(read(json, model));
    // Of duplicate members the last one counts, but only here must the first have the right type as
    // well.
    if (!Members.anyTwice(json)) {
      assertThat(written).isEqualTo(written(former(tree.tree(), model)));
    }
    if (written != null && Utf8.isEncodable(written) && TreeLine.parse(utf8(written)) != null) {
      assertThat(written(read(utf8(written), model))).isEqualTo(written);
    }
  }

  private static @Nullable Object read(byte[] json, Class<?> model) {
    try {
      return ModelJson.decode(new JsonCursor().over(json, 0, json.length), model);
    } catch (RuntimeException e) {
      // A user's type may throw anything; a generated one throws this.
      assertThat(e).isInstanceOfAny(JsonParseException.class, NumberFormatException.class);
      assertThat(JsonProblem.of(e)).doesNotContain(LineProperties.CONTENT);
      return null;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Object former(JsonObject tree, Class<?> model) {
    try {
      return TreeModelFactory.GSON.fromJson(tree, model);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** A number too large for a double is decoded into a model, but Gson does not write it. */
  private static @Nullable String written(@Nullable Object model) {
    try {
      return model == null ? null : BatchRequest.of("r", model).bodyJson();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
