package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Results;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.http.Content;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One results file of a batch, generated each time it is read.
 *
 * @param extras whether it includes the lines that belong to no request
 */
record ResultFile(
    Profile profile,
    Job job,
    Part part,
    boolean extras,
    String id,
    Instant createdAt,
    DialectLines lines)
    implements StoredFile {

  @Override
  public String filename() {
    return job.id() + (part == Part.REST ? "_error.jsonl" : "_output.jsonl");
  }

  @Override
  public String purpose() {
    return profile.resultPurpose();
  }

  @Override
  public @Nullable Instant expiresAt() {
    Duration kept = job.order().filesKept();
    return kept == null ? null : createdAt.plus(kept);
  }

  @Override
  public Content content() {
    boolean all = job.script().has(Script.Trait.EVERYTHING_IN_ONE_FILE);
    return new Results(job, lines, all ? Part.ALL : part, extras);
  }

  @Override
  public boolean isGzip() {
    return job.script().has(Script.Trait.GZIP);
  }

  @Override
  public boolean delete() {
    return job.delete(part);
  }
}
