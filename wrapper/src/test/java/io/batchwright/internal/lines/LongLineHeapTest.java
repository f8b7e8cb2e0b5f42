package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.testing.ChildJvm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heap needed for the longest line that is kept whole, between two short ones. */
@Tag("slow")
class LongLineHeapTest {
  private static final String HEAD =
      "{\"custom_id\":\"long\",\"result\":{\"type\":\"succeeded\",\"message\":{\"content\":"
          + "[{\"type\":\"text\",\"text\":\"";
  private static final String TAIL = "\"}]}}}\n";

  private static final int LONGEST = 16 << 20; // a quarter of the smaller heap

  /** Reads a file, with or without the texts of its responses, and counts what it reads. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) {
      long lines = 0;
      long texts = 0;
      try (BatchResults results = Anthropic.readResults(Path.of(args[0]))) {
        for (BatchResult result : results) {
          if (!(result instanceof BatchResult.Succeeded ok)) {
            throw new IllegalStateException(result.toString());
          }
          lines++;
          texts += args[1].equals("text") ? ok.text().codePointCount(0, 1) : 0;
        }
      }
      System.out.println(lines + " " + texts);
    }
  }

  @ParameterizedTest
  @CsvSource({"ids, x, 64", "text, x\\n, 96"})
  void theLongestLineIsReadInAFewTimesItsLength(
      String what, String text, int megabytes, @TempDir Path dir)
      throws IOException, InterruptedException {
    Path file = dir.resolve("results.jsonl");
    write(file, text);

    assertThat(
            ChildJvm.run(Reading.class, List.of("-Xmx" + megabytes + "m"), file.toString(), what))
        .isEqualToIgnoringNewLines(what.equals("text") ? "3 3" : "3 0");
  }

  private static void write(Path file, String text) throws IOException {
    byte[] part = text.getBytes(StandardCharsets.UTF_8);
    int longest = LONGEST - HEAD.length() - (TAIL.length() - 1);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int length : new int[] {part.length, longest / part.length * part.length, part.length}) {
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
        for (int written = 0; written < length; written += part.length) {
          out.write(part);
        }
        out.write(TAIL.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
