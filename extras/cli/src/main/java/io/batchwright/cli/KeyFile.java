package io.batchwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a key from a file, or from a pipe that looks like one. */
final class KeyFile {
  /** No key is this long; whatever is, was given by mistake. */
  private static final int TOO_LONG = 8 * 1024;

  private KeyFile() {}

  static String read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(TOO_LONG);
    } catch (IOException e) {
      throw new CommandFailure(Exit.USAGE, "--api-key-file " + file + ": " + FileProblem.of(e), e);
    }
    String key = new String(bytes, StandardCharsets.UTF_8).strip();
    if (key.isEmpty()) {
      throw CommandFailure.usage("--api-key-file: " + file + " is empty");
    }
    if (bytes.length == TOO_LONG) {
      throw CommandFailure.usage("--api-key-file: " + file + " must hold the key and nothing else");
    }
    return key;
  }
}
