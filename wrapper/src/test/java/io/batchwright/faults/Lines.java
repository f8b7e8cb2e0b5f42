package io.batchwright.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What may stand in results beside or instead of a line. A line names its request for everybody.
 */
final class Lines {
  private static final int DEEP = 10_000;
  private static final int LONG = 64 << 20;

  private Lines() {}

  /** A line whose members hold what they must not. */
  static String wrongTypes(String id) {
    return line(id, "\"response\":\"seven\",\"result\":[7],\"error\":false");
  }

  /** A line that names nobody. */
  static String emptyId() {
    return line("", "\"response\":{}");
  }

  /** A line of ten thousand lists, each in another. */
  static String deep(String id) {
    return line(id, "\"response\":" + "[".repeat(DEEP) + "]".repeat(DEEP));
  }

  /** A line of 64 MB. */
  static String long64(String id) {
    return line(id, "\"response\":\"" + "x".repeat(LONG) + "\"");
  }

  private static String line(String id, String rest) {
    return "{\"custom_id\":\"%1$s\",\"key\":\"%1$s\",\"metadata\":{\"key\":\"%1$s\"},".formatted(id)
        + rest
        + "}";
  }

  /** Has every answer begin with what is no text. */
  static byte[] invalidUtf8(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .replace("Answer to", "\u00ff\u00fe to")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Adds 64 MB without an end of a line, and compresses all. */
  static byte[] bomb(byte[] body) {
    byte[] more = "x".repeat(LONG).getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[body.length + more.length];
    System.arraycopy(body, 0, all, 0, body.length);
    System.arraycopy(more, 0, all, body.length, more.length);
    return zipped(all);
  }

  static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new FastZip(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class FastZip extends GZIPOutputStream {
    FastZip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
