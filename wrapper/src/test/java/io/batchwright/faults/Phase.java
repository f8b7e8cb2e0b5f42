package io.batchwright.faults;

import io.batchwright.contract.Step;
import io.batchwright.contract.Subject;
import io.batchwright.sandbox.Operation;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a batch's life, in which one request meets a fault. */
enum Phase {
  /** The input is sent, or begun to be where it goes in pieces. */
  UPLOAD,
  /** A piece of the input is sent. */
  CHUNK,
  /** The batch is made. */
  CREATE,
  /** Its status is read, once. */
  STATUS,
  /** It is waited for, and one look fails. */
  POLL,
  /** It is waited for, and every look fails. */
  OUTAGE,
  /** Its results are opened. */
  RESULTS,
  /** Its results broke off, and are taken up again. */
  RESUME,
  /** It is cancelled. */
  CANCEL,
  /** It is deleted once it has ended. */
  DELETE;

  /** Says whether a provider has it. */
  boolean isOf(Subject provider) {
    return switch (this) {
      case UPLOAD -> provider.uploads();
      case CHUNK -> provider.uploadsInPieces();
      default -> true;
    };
  }

  /** Gives the request that the fault is aimed at. */
  Step step(Subject provider) {
    return switch (this) {
      case UPLOAD -> new Step(Operation.UPLOAD, 0);
      case CHUNK -> new Step(Operation.UPLOAD_CHUNK, 0);
      case CREATE -> new Step(Operation.CREATE, 0);
      case STATUS, POLL, OUTAGE -> new Step(Operation.RETRIEVE, 0);
      // The answer that breaks off before a resuming is taken by a rule of its own.
      case RESULTS, RESUME -> provider.results();
      case CANCEL -> new Step(Operation.CANCEL, 0);
      case DELETE -> provider.delete();
    };
  }

  /** Gives the request that the same call makes just before, or null. */
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

  /** Gives how long a read waits for an answer that does not come. */
  Duration patience() {
    return switch (this) {
      case UPLOAD, CHUNK, CREATE -> Duration.ofMinutes(10);
      case STATUS, POLL, OUTAGE, CANCEL, DELETE -> Duration.ofMinutes(1);
      case RESULTS, RESUME -> Duration.ofMinutes(2);
    };
  }

  /** Lets it happen, and says what the caller saw. */
  String play(Scene scene) {
    return switch (this) {
      case UPLOAD, CHUNK, CREATE -> Submitting.play(scene);
      case STATUS -> Waiting.look(scene);
      case POLL -> Waiting.poll(scene);
      case OUTAGE -> Waiting.outage(scene);
      case RESULTS, RESUME -> Reading.play(scene);
      case CANCEL -> Ending.cancel(scene);
      case DELETE -> Ending.delete(scene);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
