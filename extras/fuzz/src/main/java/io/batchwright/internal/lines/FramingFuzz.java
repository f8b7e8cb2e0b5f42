package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.fuzz.Input;
import io.batchwright.testing.ScriptedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits bytes into lines, in chunks of any size and with an interruption anywhere: the result must
 * equal that of a simple splitter.
 */
public final class FramingFuzz {
  private static final int[] BOUNDS = {100, 1, 5, 14, 65_535, 65_536, 70_000, 200_000};
  private static final int[] CHUNKS = {1 << 20, 1, 2, 3, 8, 1000, 8192, 65_535, 65_536};

  /** Bytes that expand to long runs, so that buffers must grow: from 1 on. */
  private static final int[] RUNS = {1000, 16_384, 32_767, 65_535, 65_536, 131_072};

  private static final int LONGEST = 300_000;

  private FramingFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Input input = new Input(data);
    int maxLine = BOUNDS[input.choice(BOUNDS.length)];
    int chunk = CHUNKS[input.choice(CHUNKS.length)];
    int cut = input.choice(256) << 8 | input.choice(256);
    byte[] stream = expanded(input.rest(), chunk < 8 ? LONGEST / 10 : LONGEST);
    List<String> due = PlainLines.of(stream, maxLine);

    Reading whole = new Reading(stream, 1 << 20, maxLine);
    assertThat(whole.lines).isEqualTo(due);
    Reading pieces = new Reading(stream, chunk, maxLine);
    assertThat(pieces.lines).isEqualTo(due);
    assertThat(pieces.marks).isEqualTo(whole.marks);
    assertThat(pieces.seen.toByteArray()).isEqualTo(PlainLines.withoutMark(stream));
    assertThat(pieces.framer.consumed()).isEqualTo(stream.length);

    Reading broken = new Reading(stream, chunk, maxLine, cut % (stream.length + 1));
    assertThat(broken.lines).isEqualTo(due);
    assertThat(broken.marks).isEqualTo(whole.marks);
  }

  private static byte[] expanded(byte[] written, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte b : written) {
      boolean run = b > 0 && b <= RUNS.length;
      byte[] bytes = new byte[run ? RUNS[b - 1] : 1];
      Arrays.fill(bytes, run ? (byte) 'x' : b);
      if (out.size() + bytes.length <= most) {
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  /** The output of a framer. */
  private static final class Reading {
    final List<String> lines = new ArrayList<>();
    final List<String> marks = new ArrayList<>();
    final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    final LineReader framer;

    Reading(byte[] stream, int chunk, int maxLine) throws IOException {
      framer = framer(new ScriptedFile(stream).chunks(chunk), maxLine);
      read(framer);
    }

    /** Resumes after the last line before an interruption. */
    Reading(byte[] stream, int chunk, int maxLine, int cut) throws IOException {
      LineReader first = framer(new ScriptedFile(stream).chunks(chunk).breaksAt(cut), maxLine);
      boolean ended = true;
      try {
        read(first);
      } catch (IOException e) {
        ended = false;
      }
      assertThat(ended).isFalse();
      int from = (int) first.consumed();
      framer =
          new LineReader(
              new ByteArrayInputStream(stream, from, stream.length - from), maxLine, from);
      read(framer);
    }

    private static LineReader framer(ScriptedFile file, int maxLine) throws IOException {
      return new LineReader(file.open(0, null).stream(), maxLine);
    }

    private void read(LineReader from) throws IOException {
      LineSink sink = (bytes, start, end) -> seen.write(bytes, start, end - start);
      for (Line line = from.next(sink); line != null; line = from.next(sink)) {
        lines.add(PlainLines.shown(line.bytes(), line.whole(), line.terminated()));
        marks.add(from.consumed() + "/" + line.checksum());
      }
    }
  }
}
