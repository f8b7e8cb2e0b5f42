package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateLinesTest {
  @TempDir private Path dir;

  @Test
  void aFileThatHasBecomeShorterIsAnErrorAndNeverLess() throws IOException {
    try (PrivateLines lines =
        new PrivateLines(
            dir,
            "test-",
            ".part",
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      lines.write(new byte[] {1, 2, 3, 4}, 0, 4);
      lines.flush();
      assertThat(lines.read(1, 3).array()).containsExactly(2, 3, 4);

      lines.channel.truncate(3);
      assertThatThrownBy(() -> lines.read(1, 3))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(EOFException.class);
    }
  }
}
