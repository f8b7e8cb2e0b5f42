package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.ScriptedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static final String SMALL =
      "\ufefffirst\r\n\n  \t\r\nsecond\u2028still\u0085second\rstill\n\r\r\na line too long\r\nlast";

  @Test
  void framesOnLineFeedsAndNowhereElseWhateverTheChunks() throws IOException {
    for (int chunk = 1; chunk <= SMALL.length() + 10; chunk++) {
      assertThat(frame(SMALL, chunk, 100))
          .as("chunks of %d", chunk)
          .containsExactly(
              "first",
              "",
              "",
              "second\u2028still\u0085second\rstill",
              "",
              "a line too long",
              "last, unterminated");
    }
  }

  @Test
  void passesOverALineTooLongWhateverTheChunks() throws IOException {
    for (int chunk = 1; chunk <= SMALL.length() + 10; chunk++) {
      assertThat(frame(SMALL, chunk, 14))
          .as("chunks of %d", chunk)
          .containsExactly(
              "first",
              "",
              "",
              "second\u2028still".substring(0, 12) + ", too long",
              "",
              "a line too lon, too long",
              "last, unterminated");
    }
  }

  @Test
  void keepsALineOfExactlyTheBound() throws IOException {
    for (int chunk = 1; chunk < 30; chunk++) {
      assertThat(frame("12345\r\n12345\n123456\n12345\r", chunk, 5))
          .as("chunks of %d", chunk)
          .containsExactly("12345", "12345", "12345, too long", "12345, unterminated");
    }
  }

  @Test
  void aByteOrderMarkDoesNotMakeTheFirstLineTooLong() throws IOException {
    for (int chunk = 1; chunk < 20; chunk++) {
      assertThat(frame("\ufeff12345\r\n123456\n", chunk, 5))
          .as("chunks of %d", chunk)
          .containsExactly("12345", "12345, too long");
      assertThat(frame("\ufeff123456\n", chunk, 5))
          .as("chunks of %d", chunk)
          .containsExactly("12345, too long");
    }
  }

  @Test
  void passesOverALineTooLongThatHasNoEnd() throws IOException {
    assertThat(frame("1\n123456", 3, 5)).containsExactly("1", "12345, too long, unterminated");
  }

  @Test
  void keepsTheFirstKibibyteOfALineTooLong() throws IOException {
    String huge = "x".repeat(300_000);
    LineReader framer = framer(huge + "\nnext\n", 8_192, 200_000);
    Line line = framer.next(LineSink.NONE);
    assertThat(line).isNotNull();
    assertThat(line.bytes()).hasSize(LineReader.HEAD);
    assertThat(line.whole()).isFalse();
    assertThat(text(framer.next(LineSink.NONE))).isEqualTo("next");
  }

  @Test
  void growsForLongLinesAndContinuesWithShortOnes() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int size : new int[] {10, 70_000, 3, 1_000_000, 65_536, 65_535, 0, 131_072, 5, 199_999}) {
      lines.add("x".repeat(size));
    }
    String stream = String.join("\n", lines) + "\n";
    for (int chunk : new int[] {1_000, 8_192, 65_536, 10_000_000}) {
      assertThat(frame(stream, chunk, 2_000_000)).isEqualTo(lines);
    }
  }

  @Test
  void returnsNothingForAnEmptyStream() throws IOException {
    assertThat(frame("", 1, 10)).isEmpty();
    assertThat(frame("\ufeff", 1, 10)).containsExactly(", unterminated");
  }

  @Test
  void skipsAByteOrderMarkOnlyAtTheVeryStart() throws IOException {
    assertThat(frame("\ufeffa\n\ufeffb", 1, 10)).containsExactly("a", "\ufeffb, unterminated");
    assertThat(frame("\ufeff\ufeffa", 1, 10)).containsExactly("\ufeffa, unterminated");
  }

  @Test
  void countsTheBytesOfWholeLinesTheSameWhateverTheChunks() throws IOException {
    List<String> expected = marks(SMALL, 1_000);
    assertThat(expected)
        .hasSize(7)
        .last()
        .asString()
        .startsWith(SMALL.getBytes(StandardCharsets.UTF_8).length + "/");
    for (int chunk = 1; chunk <= SMALL.length(); chunk++) {
      assertThat(marks(SMALL, chunk)).as("chunks of %d", chunk).isEqualTo(expected);
    }
  }

  /** Returns where each line ends, and the checksums of those that are too long. */
  private static List<String> marks(String stream, int chunk) throws IOException {
    LineReader framer = framer(stream, chunk, 14);
    List<String> marks = new ArrayList<>();
    for (Line line = framer.next(LineSink.NONE); line != null; line = framer.next(LineSink.NONE)) {
      marks.add(framer.consumed() + "/" + line.checksum());
    }
    return marks;
  }

  @Test
  void theChecksumOfALineTooLongIsOfAllItsBytes() throws IOException {
    Set<Long> checksums = new HashSet<>();
    for (String line : List.of("12345x", "12345y", "12345xx", "12345xy")) {
      for (String end : List.of("", "\n")) {
        Line cut = framer(line + end, 3, 5).next(LineSink.NONE);
        assertThat(text(cut)).startsWith("12345, too long");
        checksums.add(cut == null ? 0 : cut.checksum());
      }
    }
    assertThat(checksums).hasSize(4);
  }

  @Test
  void continuesWithTheRestOfAStreamAsIfItHadNotBroken() throws IOException {
    byte[] bytes = SMALL.getBytes(StandardCharsets.UTF_8);
    List<String> expected = frame(SMALL, 1_000, 14);
    for (int cut = 0; cut <= bytes.length; cut++) {
      ScriptedFile file = new ScriptedFile(bytes).chunks(4).breaksAt(cut);
      LineReader framer = new LineReader(file.open(0, null).stream(), 14);
      List<String> lines = new ArrayList<>();
      try {
        while (true) {
          lines.add(text(framer.next(LineSink.NONE)));
        }
      } catch (IOException e) {
        int rest = (int) framer.consumed();
        framer =
            new LineReader(new ByteArrayInputStream(bytes, rest, bytes.length - rest), 14, rest);
      }
      for (Line line = framer.next(LineSink.NONE);
          line != null;
          line = framer.next(LineSink.NONE)) {
        lines.add(text(line));
      }
      assertThat(lines).as("cut at %d", cut).isEqualTo(expected);
      assertThat(framer.consumed()).isEqualTo(bytes.length);
    }
  }

  private static LineReader framer(String stream, int chunk, int maxLine) throws IOException {
    InputStream in = new ScriptedFile(stream).chunks(chunk).open(0, null).stream();
    return new LineReader(in, maxLine);
  }

  private static List<String> frame(String stream, int chunk, int maxLine) throws IOException {
    LineReader framer = framer(stream, chunk, maxLine);
    List<String> lines = new ArrayList<>();
    for (Line line = framer.next(LineSink.NONE); line != null; line = framer.next(LineSink.NONE)) {
      lines.add(text(line));
    }
    assertThat(framer.next(LineSink.NONE)).isNull();
    return lines;
  }

  private static String text(@Nullable Line line) {
    assertThat(line).isNotNull();
    return new String(line.bytes(), StandardCharsets.UTF_8)
        + (line.whole() ? "" : ", too long")
        + (line.terminated() ? "" : ", unterminated");
  }
}
