package io.batchwright.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/**
 * Creates documents similar to given ones from a seed, some well-formed and some malformed.
 *
 * <p>The same seed always yields the same document.
 */
public final class LineNoise {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final double[] WILD = {0, 0.05, 0.05, 0.25};

  private final List<JsonElement> examples;

  /** Creates documents similar to these. */
  public LineNoise(String... examples) {
    this.examples = List.of(examples).stream().map(JsonParser::parseString).toList();
  }

  /** Returns a document; a third of them are corrupted, and most of these are not JSON. */
  public byte[] document(long seed) {
    Random random = new Random(seed);
    byte[] document = line(random, WILD[random.nextInt(WILD.length)], true);
    if (random.nextInt(60) == 0) {
      document = joined(BYTE_ORDER_MARK, document);
    }
    if (random.nextInt(100) == 0) {
      document = joined(document, line(random, 0, true));
    }
    return random.nextInt(3) == 0 ? new ByteNoise(random).spoil(document) : document;
  }

  /** Returns a well-formed document, except for a few numbers, without duplicate members. */
  public byte[] wellFormed(long seed) {
    Random random = new Random(seed);
    return line(random, WILD[random.nextInt(WILD.length)], false);
  }

  /** Returns a document that is equivalent to one of the given ones. */
  public byte[] faithful(long seed) {
    return line(new Random(seed), 0, false);
  }

  private byte[] line(Random random, double wild, boolean twice) {
    JsonElement example = examples.get(random.nextInt(examples.size()));
    return new JsonNoise(random, wild, twice).write(example);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}
