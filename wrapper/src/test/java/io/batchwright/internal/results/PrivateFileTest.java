package io.batchwright.internal.results;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  @TempDir private Path dir;

  @Test
  void bytesThatAreNotThereAreAnErrorAndNeverFewer() throws IOException {
    try (PrivateFile file = PrivateFile.temporary(dir)) {
      write(file, "1234");
      file.flush();
      assertThat(file.read(1, 3)).asString(US_ASCII).isEqualTo("234");
      assertThatThrownBy(() -> file.read(2, 3)).isInstanceOf(EOFException.class);
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void whatIsDroppedIsGoneWhetherOrNotItWasFlushed() throws IOException {
    Path target = dir.resolve("kept");
    try (PrivateFile file = PrivateFile.nextTo(target)) {
      write(file, "first\n");
      file.keep();
      write(file, "dropped");
      file.drop();
      write(file, "dropped too");
      file.flush();
      file.drop();
      write(file, "second");
      file.keep();
      assertThat(file.lastLine()).isEqualTo(6);
      assertThat(file.kept()).isEqualTo(13);
      write(file, "never kept, but flushed");
      file.flush();
      file.publish(target);
    }
    assertThat(Files.readString(target)).isEqualTo("first\nsecond\n");
    assertThat(dir.toFile().list()).containsExactly("kept");
  }

  @Test
  void aFileThatIsNotPublishedIsDeleted() throws IOException {
    try (PrivateFile file = PrivateFile.nextTo(dir.resolve("kept"))) {
      write(file, "line\n");
      file.keep();
      file.flush();
      assertThat(dir).isNotEmptyDirectory();
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void aRootIsNoPlaceForAFile() {
    assertThatThrownBy(() -> PrivateFile.nextTo(dir.getRoot()))
        .isInstanceOf(FileSystemException.class);
  }

  private static void write(PrivateFile file, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    file.write(bytes, 0, bytes.length);
  }
}
