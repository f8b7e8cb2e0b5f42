package io.batchwright.internal.lines;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits bytes in memory into lines, in the simplest possible way. */
final class PlainLines {
  private PlainLines() {}

  static List<String> of(byte[] stream, int maxLine) {
    byte[] text = withoutMark(stream);
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        lines.add(line(Arrays.copyOfRange(text, from, i), maxLine, true));
        from = i + 1;
      }
    }
    // A byte order mark alone is an unterminated empty line.
    if (from < text.length || (text.length == 0 && stream.length > 0)) {
      lines.add(line(Arrays.copyOfRange(text, from, text.length), maxLine, false));
    }
    return lines;
  }

  private static String line(byte[] bytes, int maxLine, boolean terminated) {
    boolean returned = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    byte[] line = returned ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    if (line.length > maxLine) {
      return shown(Arrays.copyOf(line, Math.min(maxLine, LineReader.HEAD)), false, terminated);
    }
    boolean blank = true;
    for (byte b : line) {
      blank &= b == ' ' || b == '\t' || b == '\r';
    }
    return shown(blank ? new byte[0] : line, true, terminated);
  }

  static String shown(byte[] line, boolean whole, boolean terminated) {
    return new String(line, StandardCharsets.ISO_8859_1)
        + (whole ? "" : "[cut]")
        + (terminated ? "" : "[end]");
  }

  static byte[] withoutMark(byte[] stream) {
    boolean marked =
        stream.length >= 3
            && stream[0] == (byte) 0xEF
            && stream[1] == (byte) 0xBB
            && stream[2] == (byte) 0xBF;
    return Arrays.copyOfRange(stream, marked ? 3 : 0, stream.length);
  }
}
