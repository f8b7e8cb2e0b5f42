package io.batchwright.faults;

import io.batchwright.contract.Step;
import io.batchwright.contract.Subject;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a batch's life in which one request meets a fault. */
enum Phase {
  /** The input is uploaded, or its upload in chunks is started. */
  UPLOAD,
  /** A chunk of the input is uploaded. */
  CHUNK,
  /** The batch is created. */
  CREATE,
  /** Its status is read once. */
  STATUS,
  /** It is awaited, and one poll fails. */
  POLL,
  /** It is awaited, and every poll fails. */
  OUTAGE,
  /** Its results are opened. */
  RESULTS,
  /** Its results were interrupted, and are resumed. */
  RESUME,
  /** It is cancelled. */
  CANCEL,
  /** It is deleted once it has ended. */
  DELETE;

  /** Whether a provider has this phase. */
  boolean isOf(Subject provider) {
    return switch (this) {
      case UPLOAD -> provider.uploads();
      case CHUNK -> provider.uploadsInPieces();
      default -> true;
    };
  }

  /** Returns the request that the fault is aimed at. */
  Step step(Subject provider) {
    return switch (this) {
      case UPLOAD -> new Step(Operation.UPLOAD, 0);
      case CHUNK -> new Step(Operation.UPLOAD_CHUNK, 0);
      case CREATE -> new Step(Operation.CREATE, 0);
      case STATUS, POLL, OUTAGE -> new Step(Operation.RETRIEVE, 0);
      // The interrupted response before a resumption is handled by its own rule.
      case RESULTS, RESUME -> provider.results();
      case CANCEL -> new Step(Operation.CANCEL, 0);
      case DELETE -> provider.delete();
    };
  }

  /** Returns the request that the same call makes just before, or null. */
  @Nullable Step before(Subject provider) {
    Step step = step(provider);
    if (step.before() > 0) {
      return new Step(step.operation(), step.before() - 1);
    }
    return switch (this) {
      case CHUNK -> new Step(Operation.UPLOAD, 0);
      case CREATE ->
          provider.uploads()
              ? new Step(provider.uploadsInPieces() ? Operation.UPLOAD_CHUNK : Operation.UPLOAD, 0)
              : null;
      case RESULTS, DELETE -> provider.uploads() ? new Step(Operation.RETRIEVE, 0) : null;
      default -> null;
    };
  }

  /** Returns the read timeout in this phase. */
  Duration patience() {
    return switch (this) {
      case UPLOAD, CHUNK, CREATE -> Duration.ofMinutes(10);
      case STATUS, POLL, OUTAGE, CANCEL, DELETE -> Duration.ofMinutes(1);
      case RESULTS, RESUME -> Duration.ofMinutes(2);
    };
  }

  /** Runs the phase and returns what the caller observed. */
  String play(Environment env) {
    return switch (this) {
      case UPLOAD, CHUNK, CREATE -> Submitting.play(env);
      case STATUS -> Waiting.status(env);
      case POLL -> Waiting.poll(env);
      case OUTAGE -> Waiting.outage(env);
      case RESULTS, RESUME -> Reading.play(env);
      case CANCEL -> Ending.cancel(env);
      case DELETE -> Ending.delete(env);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
