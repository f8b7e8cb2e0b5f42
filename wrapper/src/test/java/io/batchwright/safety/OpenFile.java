package io.batchwright.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A file, socket or pipe that this process holds open, where the system reports it.
 *
 * @param link the entry in {@code /proc}
 * @param target what it links to; an unlinked file is marked as deleted
 */
record OpenFile(Path link, String target) {
  private static final Path ALL = Path.of("/proc/self/fd");

  /**
   * Returns those with this text in their name, except what the class path opens; skips the test if
   * the system does not report them.
   */
  static List<OpenFile> named(String part) {
    Assumptions.assumeTrue(Files.isDirectory(ALL), "there is no " + ALL);
    try (Stream<Path> links = Files.list(ALL)) {
      return links
          .flatMap(OpenFile::of)
          .filter(open -> open.target().contains(part) && !open.target().endsWith(".jar"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that was closed meanwhile, such as that of the listing itself, is skipped. */
  private static Stream<OpenFile> of(Path link) {
    try {
      return Stream.of(new OpenFile(link, Files.readSymbolicLink(link).toString()));
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** Returns its permissions in the format of {@code ls}. */
  String permissions() {
    try {
      Set<PosixFilePermission> of = Files.getPosixFilePermissions(link);
      return PosixFilePermissions.toString(of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
