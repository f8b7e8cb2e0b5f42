package io.batchwright.benchmarks.data;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Makes files, and makes none twice: beside each lies what it was made from and what is in it. */
public final class DataFolder {
  private static final Gson GSON = new Gson();

  /** To be counted up when the same parameters give other bytes. */
  private static final int GENERATOR = 1;

  private final Path folder;

  /** Takes a folder, which need not be there yet. */
  public DataFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What lies beside a file.
   *
   * @param madeFrom the parameters
   * @param facts what is in it
   */
  private record Label(String madeFrom, Facts facts) {}

  private interface Maker {
    Facts write(Path target) throws IOException;
  }

  /** Gives the folder. */
  public Path folder() {
    return folder;
  }

  /** Gives a file's path. */
  public Path path(String name) {
    return folder.resolve(name + ".jsonl");
  }

  /** Sees that the file is there. */
  public Facts need(ResultsFile file) throws IOException {
    return need(file.name(), file.toString(), target -> ResultsWriter.write(file, target));
  }

  /** Sees that the file is there. */
  public Facts need(RequestsFile file) throws IOException {
    return need(file.name(), file.toString(), target -> RequestsWriter.write(file, target));
  }

  /** Sees that a compressed copy of the file is there. */
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

  private Facts need(String name, String parameters, Maker maker) throws IOException {
    Path target = path(name);
    String madeFrom = "generator " + GENERATOR + ", " + parameters;
    Optional<Facts> known = known(target, madeFrom);
    if (known.isPresent()) {
      return known.get();
    }
    Files.createDirectories(folder);
    Path draft = folder.resolve(name + ".part");
    Facts facts = maker.write(draft);
    keep(draft, target, new Label(madeFrom, facts));
    return facts;
  }

  private static Optional<Facts> known(Path target, String madeFrom) throws IOException {
    Path beside = labelOf(target);
    if (!Files.exists(target) || !Files.exists(beside)) {
      return Optional.empty();
    }
    Label label = GSON.fromJson(Files.readString(beside), Label.class);
    if (label == null || !label.madeFrom().equals(madeFrom)) {
      return Optional.empty();
    }
    // Or whoever comes to it first would be measured together with the disk.
    Files.copy(target, OutputStream.nullOutputStream());
    return Optional.of(label.facts());
  }

  /** The label goes first and comes last, so that a file with one is whole. */
  private static void keep(Path draft, Path target, Label label) throws IOException {
    Files.deleteIfExists(labelOf(target));
    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(labelOf(target), GSON.toJson(label));
  }

  private static Path labelOf(Path target) {
    return Path.of(target + ".facts.json");
  }
}
