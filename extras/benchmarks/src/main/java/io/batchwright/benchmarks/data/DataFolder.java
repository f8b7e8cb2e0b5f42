package io.batchwright.benchmarks.data;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Generates files once: next to each is a description of its parameters and contents. */
public final class DataFolder {
  private static final Gson GSON = new Gson();

  /** Increment when the same parameters produce other bytes. */
  private static final int GENERATOR = 1;

  private final Path folder;

  /** Creates the folder if it does not exist. */
  public DataFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The description of a file.
   *
   * @param madeFrom the parameters
   * @param facts the contents
   */
  private record Label(String madeFrom, Facts facts) {}

  private interface Generator {
    Facts write(Path target) throws IOException;
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /** Returns a file's path. */
  public Path path(String name) {
    return folder.resolve(name + ".jsonl");
  }

  /** Generates the file unless it exists. */
  public Facts need(ResultsFile file) throws IOException {
    return need(file.name(), file.toString(), target -> ResultsWriter.write(file, target));
  }

  /** Generates the file unless it exists. */
  public Facts need(RequestsFile file) throws IOException {
    return need(file.name(), file.toString(), target -> RequestsWriter.write(file, target));
  }

  /** Generates a compressed copy of the file unless it exists. */
  public void needCompressed(ResultsFile file) throws IOException {
    Facts facts = need(file);
    Path packed = folder.resolve(file.name() + ".jsonl.gz");
    String madeFrom = "gzip of " + file;
    if (known(packed, madeFrom).isPresent()) {
      return;
    }
    Path draft = folder.resolve(file.name() + ".gz.part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(draft), 1 << 16)) {
      Files.copy(path(file.name()), out);
    }
    keep(draft, packed, new Label(madeFrom, facts));
  }

  private Facts need(String name, String parameters, Generator generator) throws IOException {
    Path target = path(name);
    String madeFrom = "generator " + GENERATOR + ", " + parameters;
    Optional<Facts> known = known(target, madeFrom);
    if (known.isPresent()) {
      return known.get();
    }
    Files.createDirectories(folder);
    Path draft = folder.resolve(name + ".part");
    Facts facts = generator.write(draft);
    keep(draft, target, new Label(madeFrom, facts));
    return facts;
  }

  private static Optional<Facts> known(Path target, String madeFrom) throws IOException {
    Path file = labelOf(target);
    if (!Files.exists(target) || !Files.exists(file)) {
      return Optional.empty();
    }
    Label label = GSON.fromJson(Files.readString(file), Label.class);
    if (label == null || !label.madeFrom().equals(madeFrom)) {
      return Optional.empty();
    }
    // Reads the file into the page cache, so that the first reader is not slowed down by the disk.
    Files.copy(target, OutputStream.nullOutputStream());
    return Optional.of(label.facts());
  }

  /** The label is deleted first and written last, so a file with a label is complete. */
  private static void keep(Path draft, Path target, Label label) throws IOException {
    Files.deleteIfExists(labelOf(target));
    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(labelOf(target), GSON.toJson(label));
  }

  private static Path labelOf(Path target) {
    return Path.of(target + ".facts.json");
  }
}
