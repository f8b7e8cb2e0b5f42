package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchException;
import io.batchwright.BatchResult;
import io.batchwright.fuzz.Input;
import io.batchwright.testing.ScriptedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Reads results whose connection breaks anywhere and which may be in another order after that: no
 * line may be lost or duplicated.
 */
public final class ResumeFuzz {
  private static final int MOST_BREAKS = 4; // after one more without a line, reading fails
  private static final int[] CHUNKS = {1 << 20, 1, 5, 64};

  private ResumeFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    int chunk = CHUNKS[input.choice(CHUNKS.length)];
    boolean ranges = input.choice(2) == 1;
    boolean shuffles = input.choice(2) == 1;
    int[] breaks = new int[input.choice(MOST_BREAKS + 1)];
    for (int i = 0; i < breaks.length; i++) {
      breaks[i] = input.choice(256);
    }
    byte[] content = input.rest();
    if (shuffles) {
      // Only complete lines can be reordered.
      content = terminated(content);
    }
    List<String> due = read(new ScriptedFile(content), shuffles);

    ScriptedFile file = new ScriptedFile(content).chunks(chunk);
    if (ranges) {
      file.ranges();
    }
    for (int at : breaks) {
      file.breaksAt(content.length * at / 255);
      if (shuffles) {
        file.becomes(shuffled(content, at));
      }
    }
    List<String> seen = read(file, shuffles);
    assertThat(file.open()).isZero();
    if (shuffles) {
      assertThat(seen).containsExactlyInAnyOrderElementsOf(due);
    } else {
      assertThat(seen).isEqualTo(due);
    }
  }

  private static byte[] terminated(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8).replace("\ufeff", "") + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shuffled(byte[] content, int seed) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    Collections.shuffle(lines, new Random(seed));
    return String.join("\n", lines) + "\n";
  }

  /** Reordered lines are identified by their ids only: two lines with one id count as the same. */
  private static List<String> read(ScriptedFile file, boolean idsOnly) {
    List<String> read = new ArrayList<>();
    try (ResultStream results = new ResultsReader().maxLine(1000).open(file)) {
      for (BatchResult result : results) {
        String raw = ResultsReader.raw(result);
        String id = String.valueOf(result.customId());
        read.add(idsOnly && result.customId() != null ? id : idsOnly ? raw : result + " | " + raw);
      }
    } catch (BatchException e) {
      throw new AssertionError("It gave up", e);
    }
    return read;
  }
}
