package io.batchwright.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Lines in results in addition to, or instead of, the usual one. A line names its request in the
 * formats of all providers.
 */
final class Lines {
  private static final int DEEP = 10_000;
  private static final int LONG = 64 << 20;

  private Lines() {}

  /** A line whose members have invalid values. */
  static String wrongTypes(String id) {
    return line(id, "\"response\":\"seven\",\"result\":[7],\"error\":false");
  }

  /** A line without a custom id. */
  static String emptyId() {
    return line("", "\"response\":{}");
  }

  /** A line with ten thousand nested arrays. */
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

  /** Starts every response with bytes that are not text. */
  static byte[] invalidUtf8(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .replace("Answer to", "\u00ff\u00fe to")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Adds 64 MB without a line end, and compresses everything. */
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
