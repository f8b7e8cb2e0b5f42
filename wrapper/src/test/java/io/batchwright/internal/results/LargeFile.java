package io.batchwright.internal.results;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A large file of results, whose connections drop at increasing offsets. */
final class LargeFile implements ResultFile {
  private static final String VALIDATOR = "v";

  private final List<byte[]> contents;
  private final boolean ranges;
  private final Iterator<Integer> drops;
  private int opened;

  /**
   * Creates the file.
   *
   * @param contents its contents each time it is opened at its start
   * @param ranges whether it can be opened in the middle
   * @param drops where each connection drops; all others reach the end
   */
  LargeFile(List<byte[]> contents, boolean ranges, List<Integer> drops) {
    this.contents = contents;
    this.ranges = ranges;
    this.drops = drops.iterator();
  }

  /** Creates lines from a few bytes to several buffers long, 10 MB in all, the same each time. */
  static List<byte[]> lines() {
    Random random = new Random(5);
    List<byte[]> lines = new ArrayList<>();
    int size = 0;
    while (size < 10_000_000) {
      String line = line(random, lines.size());
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      lines.add(bytes);
      size += bytes.length;
    }
    return lines;
  }

  private static String line(Random random, int number) {
    int length =
        switch (random.nextInt(400)) {
          case 0 -> 60_000 + random.nextInt(80_000);
          case 1, 2, 3, 4, 5, 6, 7, 8 -> random.nextInt(9_000);
          default -> random.nextInt(300);
        };
    String text = "é漢😀 abc ".repeat(length / 14);
    return switch (random.nextInt(30)) {
      case 0 -> " \t\n";
      case 1 -> "no JSON " + text + number + "\n";
      case 2 -> "{\"id\":\"" + number + "\",\"answer\":{\"text\":\"" + text + "\"}}\r\n";
      case 3 -> "{\"id\":\"twice\",\"answer\":{}}\n";
      default -> "{\"answer\":{\"text\":\"" + text + "\"},\"id\":\"" + number + "\"}\n";
    };
  }

  static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(11_000_000);
    lines.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Override
  public ResultBytes open(long offset, @Nullable String validator) {
    boolean middle = ranges && VALIDATOR.equals(validator);
    byte[] content = contents.get(middle ? 0 : opened++ % contents.size());
    int from = middle ? (int) offset : 0;
    Reply response = new Reply(content, from, drops.hasNext() ? drops.next() : -1);
    return new ResultBytes(response, from, ranges ? VALIDATOR : null);
  }

  private static final class Reply extends InputStream {
    private final byte[] content;
    private final int end;
    private final boolean drops;
    private int place;

    Reply(byte[] content, int from, int drop) {
      this.content = content;
      this.place = from;
      this.drops = drop >= 0;
      this.end = drops ? Math.max(from, drop) : content.length;
    }

    @Override
    public int read() {
      throw new AssertionError("One byte at a time is too slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (place == end) {
        if (drops) {
          throw new SocketException("Connection reset");
        }
        return -1;
      }
      int count = Math.min(length, end - place);
      System.arraycopy(content, place, target, from, count);
      place += count;
      return count;
    }
  }
}
