package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Blob;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The files of one provider. Inputs are stored; results files are derived from their batches. A
 * file's number is that of the upload or the batch, with its kind in the last digit. Thread-safe.
 */
final class StoredFiles {
  private static final int KINDS = 4;
  private static final int UPLOAD = 0;

  private final Profile profile;
  private final Settings settings;
  private final Batches<Job> batches;
  private final NavigableMap<Long, Upload> uploads = new ConcurrentSkipListMap<>();
  private final AtomicLong uploaded = new AtomicLong();

  StoredFiles(Profile profile, Settings settings, Batches<Job> batches) {
    this.profile = profile;
    this.settings = settings;
    this.batches = batches;
  }

  Upload add(String filename, @Nullable Duration kept, Blob content) {
    Instant now = settings.now();
    long number = uploaded.incrementAndGet();
    String id = id(now, number, UPLOAD);
    Upload upload = new Upload(id, filename, now, kept == null ? null : now.plus(kept), content);
    uploads.put(number, upload);
    return upload;
  }

  /** The input file with this id, if it exists. */
  @Nullable Upload upload(String id) throws IOException {
    return find(id) instanceof Upload upload ? upload : null;
  }

  @Nullable StoredFile find(String id) throws IOException {
    long number = number(id);
    StoredFile file = number(number / KINDS, (int) (number % KINDS));
    return file != null && file.id().equals(id) ? file : null;
  }

  private @Nullable StoredFile number(long number, int kind) throws IOException {
    if (kind == UPLOAD) {
      Upload upload = uploads.get(number);
      return upload == null || upload.isDeleted() || isOver(upload) ? null : upload;
    }
    Job job = batches.find(number);
    if (job == null || job.hidesResults(settings.now())) return null;
    return result(job, kind == kind(Part.REST) ? Part.REST : Part.SUCCEEDED);
  }

  /** The id of a batch's file, or null if the batch has never had one. */
  @Nullable String resultId(Job job, Part part, Instant now) throws IOException {
    Instant ended = job.endedAt(now);
    return ended != null && job.made(part, now) ? id(ended, job.number(), kind(part)) : null;
  }

  private @Nullable StoredFile result(Job job, Part part) throws IOException {
    Instant now = settings.now();
    Instant ended = job.endedAt(now);
    String id = resultId(job, part, now);
    if (ended == null || id == null || job.isDeleted(part)) return null;
    boolean extras = part == Part.SUCCEEDED || !job.made(Part.SUCCEEDED, now);
    DialectLines lines = new DialectLines(profile, batches.names(), job);
    ResultFile file = new ResultFile(profile, job, part, extras, id, ended, lines);
    return isOver(file) ? null : file;
  }

  private boolean isOver(StoredFile file) {
    Instant end = file.expiresAt();
    return end != null && !settings.now().isBefore(end);
  }

  /** All existing files, oldest first. */
  List<StoredFile> all() throws IOException {
    List<StoredFile> files = new ArrayList<>();
    for (long number : uploads.keySet()) addTo(files, number(number, UPLOAD));
    for (Job job : batches.all()) {
      addTo(files, result(job, Part.SUCCEEDED));
      addTo(files, result(job, Part.REST));
    }
    files.sort(Comparator.comparing(StoredFile::createdAt)); // stable: inputs come first
    return files;
  }

  private static void addTo(List<StoredFile> files, @Nullable StoredFile file) {
    if (file != null) files.add(file);
  }

  private static int kind(Part part) {
    return part == Part.REST ? 2 : 1;
  }

  private String id(Instant createdAt, long number, int kind) {
    return batches.names().numbered(profile.fileId(createdAt), number * KINDS + kind);
  }

  private long number(String id) {
    IdForm form = profile.fileId(settings.now());
    int prefix = id.length() - form.digits();
    if (prefix < 0) return 0;
    IdForm own = new IdForm(id.substring(0, prefix), form.alphabet(), form.digits());
    return batches.names().number(own, id);
  }
}
