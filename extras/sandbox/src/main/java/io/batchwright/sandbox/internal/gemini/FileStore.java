package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The uploaded files that exist. Thread-safe. */
final class FileStore {
  private static final IdForm ID = new IdForm(FileNames.PREFIX, Alphabet.BASE36, 12);

  private final Settings settings;
  private final Ids ids;
  private final Map<String, StoredFile> byName = new LinkedHashMap<>();
  private long added;

  FileStore(Settings settings, Ids ids) {
    this.settings = settings;
    this.ids = ids;
  }

  /** Stores a file; that a name in use is a conflict is unverified. */
  synchronized StoredFile add(FileNote note, String sha256, Blob content) throws Refusal {
    checkName(note);
    long number = ++added;
    String name = Objects.requireNonNullElse(note.name(), ids.numbered(ID, number));
    Instant now = settings.now();
    StoredFile file = new StoredFile(number, note, name, now, sha256, content);
    byName.put(name, file);
    return file;
  }

  /** Refuses a name that is invalid or in use. */
  synchronized void checkName(FileNote note) throws Refusal {
    String name = note.name();
    if (name == null) return;
    if (!FileNames.isFree(name)) throw Refusal.invalid("The file name is not valid.");
    if (byName.containsKey(name)) {
      throw new Refusal(409, "There is a file of this name.", null, null);
    }
  }

  synchronized StoredFile get(String name) throws Refusal {
    dropExpired();
    StoredFile file = byName.get(name);
    if (file == null) throw Errors.noFile();
    return file;
  }

  synchronized void delete(String name) throws Refusal {
    dropExpired();
    if (byName.remove(name) == null) throw Errors.noFile();
  }

  /** All files, oldest first. */
  synchronized List<StoredFile> all() {
    dropExpired();
    return List.copyOf(byName.values());
  }

  private void dropExpired() {
    Instant now = settings.now();
    byName.values().removeIf(file -> !now.isBefore(file.expiresAt()));
  }
}
