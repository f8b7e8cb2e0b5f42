package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Vectors;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes embeddings: a vector for each input, in base64 if requested. */
final class EmbeddingsForm {
  private EmbeddingsForm() {}

  static JsonObject json(Completion completion) {
    JsonPrimitive floats = new JsonPrimitive("float");
    boolean base64 = !completion.member("encoding_format", floats).equals(floats);
    JsonArray data = new JsonArray();
    for (int i = 0; i < inputs(completion.request().get("input")); i++) {
      float[] vector = Vectors.of(completion.reply(), i, completion.request().get("dimensions"));
      JsonObject embedding = new JsonObject();
      embedding.addProperty("object", "embedding");
      embedding.addProperty("index", i);
      embedding.add("embedding", base64 ? new JsonPrimitive(base64(vector)) : Vectors.json(vector));
      data.add(embedding);
    }
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", completion.tokens().input());
    usage.addProperty("total_tokens", completion.tokens().input());
    JsonObject json = new JsonObject();
    json.addProperty("object", "list");
    json.add("data", data);
    json.addProperty("model", completion.model());
    json.add("usage", usage);
    return json;
  }

  /** A list of numbers is one input of tokens. */
  private static int inputs(@Nullable JsonElement input) {
    if (!(input instanceof JsonArray list) || list.isEmpty()) return 1;
    return isNumber(list.get(0)) ? 1 : list.size();
  }

  private static boolean isNumber(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isNumber();
  }

  private static String base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
