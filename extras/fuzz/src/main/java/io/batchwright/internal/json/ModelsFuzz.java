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
 * Fills generated models, which must hold what they hold when they are filled through trees, and
 * must come back as they were once they are written.
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

  /** Tries an input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    Class<?> model = MODELS.get(input.choice(MODELS.size()));
    byte[] json = input.rest();
    TreeLine tree = TreeLine.parse(json);
    if (tree == null) {
      return; // bodies are checked before they are read
    }
    String written = written(read(json, model));
    // Of a member that stands twice the last counts, but only here must the first fit as well.
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
      // A user's own type may throw anything; a generated one throws this.
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
      return FormerModelFactory.GSON.fromJson(tree, model);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** A number too large for a double is read into a model, but Gson does not write it. */
  private static @Nullable String written(@Nullable Object model) {
    try {
      return model == null ? null : BatchRequest.of("r", model).bodyJson();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
