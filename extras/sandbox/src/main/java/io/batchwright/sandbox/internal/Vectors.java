package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.SandboxReply;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonElement;
import io.batchwright.sandbox.shaded.gson.JsonPrimitive;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The vectors of embeddings. */
public final class Vectors {
  private static final int USUAL = 4;

  private Vectors() {}

  /**
   * Returns the reply's vector for an input, or numbers derived from its text.
   *
   * @param dimensions the requested number, or null
   */
  public static float[] of(SandboxReply reply, int input, @Nullable JsonElement dimensions) {
    switch (reply.kind()) {
      case EMBEDDINGS -> {
        return reply.vector(input);
      }
      case TEXT -> {
        float[] vector =
            new float[dimensions instanceof JsonPrimitive given ? given.getAsInt() : USUAL];
        Random numbers = new Random(31L * reply.text().hashCode() + input);
        for (int i = 0; i < vector.length; i++) vector[i] = numbers.nextFloat() - 0.5f;
        return vector;
      }
      default -> throw new IllegalArgumentException("No embedding is " + reply.kind());
    }
  }

  public static JsonArray json(float[] vector) {
    JsonArray json = new JsonArray();
    for (float number : vector) json.add(number);
    return json;
  }
}
