package io.batchwright.cli;

import io.batchwright.BatchResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The file of results, written in the same folder and renamed once it is whole. Thread-safe, so
 * that an interrupt can close it; nothing is written after that.
 */
final class ResultsFile implements AutoCloseable {
  private final Path target;
  private final Path part;
  private @Nullable BufferedWriter writer;
  private boolean closed;

  private ResultsFile(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /** Refuses a place where no file can be put, before anything is paid for. */
  static void check(Path target) {
    Path folder = folder(target);
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw CommandFailure.usage("--out: " + folder + " is not a folder that can be written to");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw CommandFailure.usage("--out: " + target + " is not a file");
    }
  }

  /** Decides where everything goes, and writes nothing yet. */
  static ResultsFile at(Path target) {
    try {
      // A link stays a link: what it leads to is replaced.
      Path real = Files.exists(target) ? target.toRealPath() : target;
      String mark = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
      String name = "." + real.getFileName() + "." + mark + ".part";
      return new ResultsFile(real, folder(real).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  synchronized void add(BatchResult result) {
    try {
      BufferedWriter lines = writer();
      Json.GSON.toJson(ResultLine.of(result), lines);
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Renames the file to its final name, also if it has no line. */
  synchronized void finish() {
    try {
      writer().close();
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedWriter writer() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    if (writer == null) {
      OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
      // Half of an emoji, which a response that was cut off may end with, has no UTF-8.
      CharsetEncoder encoder =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
      writer = new BufferedWriter(new OutputStreamWriter(out, encoder));
    }
    return writer;
  }

  /** Removes what is not finished. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      try {
        if (writer != null) {
          writer.close();
        }
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
