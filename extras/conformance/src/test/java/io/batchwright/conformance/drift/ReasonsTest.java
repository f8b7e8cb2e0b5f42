package io.batchwright.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {
  @TempDir Path folder;

  private Reasons reasons;

  @BeforeEach
  void read() throws IOException {
    String text =
        """
        # Not ours,
        # and never was.
        a GET /files*: is missing
        b * ?$alt: is missing

        # Another.
        c: is missing
        """;
    reasons = Reasons.read(Files.writeString(folder.resolve("reasons.txt"), text));
  }

  @Test
  void aPatternHasTheReasonAboveIt() {
    assertThat(reasons.of("a GET /files/{}: is missing")).contains("Not ours, and never was.");
    assertThat(reasons.of("b GET /batches ?$alt: is missing")).contains("Not ours, and never was.");
    assertThat(reasons.of("c: is missing")).contains("Another.");
  }

  @Test
  void whatNoPatternMatchesHasNoReason() {
    assertThat(reasons.of("a GET /batches: is missing")).isEmpty();
    assertThat(reasons.of("a c: is missing")).isEmpty();
  }

  @Test
  void anUnusedPatternIsReported() {
    assertThat(reasons.of("c: is missing")).isPresent();

    assertThat(reasons.unused())
        .containsExactly("a GET /files*: is missing", "b * ?$alt: is missing");
  }
}
