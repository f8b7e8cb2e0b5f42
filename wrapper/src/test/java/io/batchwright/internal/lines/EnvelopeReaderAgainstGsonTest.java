package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.LineNoise;
import io.batchwright.testing.TreeLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeReaderAgainstGsonTest {
  private static final int COUNT = 40_000;

  private static final LineNoise NOISE =
      new LineNoise(
          """
          {"custom_id":"a-1","x":{"text":"fo\\u0075r \\ud83d\\ude00 é","n":[1,-2.5e+3,0,12345]},"y":""}
          """,
          """
          {"x":[[],{},"",[{"x":[true,false,null]}],"long enough for more than eight bytes"],"custom_id":7}
          """,
          "[{\"custom_id\":\"a\"},7]",
          "{}",
          "\"text\"",
          "-1.5");

  @Test
  void theSameInputsAreOneObject() {
    EnvelopeReader reader = EnvelopeReader.of(null, List.of(), "custom_id", "x", "x.text");
    int taken = 0;
    for (long seed = 0; seed < COUNT; seed++) {
      byte[] line = NOISE.document(seed);
      TreeLine due = TreeLine.parse(line);
      Envelope envelope = reader.read(line);
      String shown = new String(line, StandardCharsets.UTF_8);
      assertThat(envelope.problem() == null).as("seed %d: %s", seed, shown).isEqualTo(due != null);
      if (due != null) {
        taken++;
        for (String path : new String[] {"custom_id", "x", "x.text"}) {
          assertThat(envelope.word(path)).as("seed %d", seed).isEqualTo(due.word(path));
          assertThat(envelope.text(path)).as("seed %d", seed).isEqualTo(due.text(path));
          assertThat(envelope.isObject(path)).as("seed %d", seed).isEqualTo(due.isObject(path));
          assertThat(envelope.isThere(path)).as("seed %d", seed).isEqualTo(due.isThere(path));
        }
      }
    }
    assertThat(taken).isBetween(COUNT / 4, COUNT / 4 * 3);
  }
}
