package io.batchwright.internal.lines;

import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads vectors of embeddings. */
public final class Vectors {
  private Vectors() {}

  /**
   * Reads an array of numbers, or a string that is Base64 of numbers, four bytes each with the
   * lowest first, which OpenAI's endpoint sends where {@code encoding_format} is {@code base64};
   * null if the value is neither.
   *
   * @throws IllegalArgumentException if the array has another element, or the string is no Base64
   */
  public static float @Nullable [] read(JsonCursor value) throws JsonFault {
    if (value.kind() == JsonKind.TEXT) {
      return decode(value.text());
    }
    if (!value.enterArray()) {
      return null;
    }
    float[] vector = new float[1 << 8];
    int size = 0;
    while (value.nextElement()) {
      if (size == vector.length) {
        vector = Arrays.copyOf(vector, 2 * size);
      }
      vector[size++] = Float.parseFloat(String.valueOf(value.word()));
    }
    return Arrays.copyOf(vector, size);
  }

  private static float[] decode(@Nullable String base64) {
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(base64));
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
