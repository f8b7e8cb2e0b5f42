package io.batchwright.cli;

import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchState;
import io.batchwright.BatchStatus;
import io.batchwright.HandedBackException;
import io.batchwright.InvalidInputException;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.RequestCounts;
import io.batchwright.SubmitException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes, and what leads to which. */
final class Exit {
  static final int ALL_SUCCEEDED = 0;
  static final int SOME_DID_NOT = 1;
  static final int USAGE = 2;
  static final int BATCH_FAILED = 3;
  static final int PROVIDER = 4;
  static final int UNEXPECTED = 70;

  /** What sysexits.h calls a temporary failure: the same command may work later. */
  static final int NOT_ENDED = 75;

  static final int INTERRUPTED = 130;

  /** The same for people. */
  static Map<String, String> help() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "all requests succeeded, or the command did its work");
    codes.put("1", "the batch ended, and some requests did not succeed");
    codes.put("2", "wrong usage or invalid input; nothing was sent");
    codes.put("3", "the batch failed, was cancelled or expired as a whole");
    codes.put("4", "the provider refused or could not be reached");
    codes.put("70", "something unexpected, such as a full disk");
    codes.put("75", "the batch has not ended yet; try again later");
    codes.put("130", "interrupted; a batch that was submitted runs on");
    return codes;
  }

  private Exit() {}

  static int of(Throwable error) {
    if (error instanceof CommandFailure failure) {
      return failure.code();
    }
    if (error instanceof InterruptedException) {
      return INTERRUPTED;
    }
    return error instanceof BatchException batch ? of(batch) : UNEXPECTED;
  }

  private static int of(BatchException error) {
    if (error instanceof InvalidInputException) {
      return USAGE;
    }
    if (error instanceof AwaitTimeoutException || error instanceof NotEndedException) {
      return NOT_ENDED;
    }
    if (error instanceof NoResultsException none) {
      return failed(none.status().state()) ? BATCH_FAILED : PROVIDER;
    }
    boolean wraps = error instanceof HandedBackException || error instanceof SubmitException;
    return wraps && error.getCause() instanceof BatchException cause ? of(cause) : PROVIDER;
  }

  /** Judges an ended batch by its status alone. */
  static int of(BatchStatus status) {
    RequestCounts counts = status.counts();
    boolean clean = counts.errored() + counts.cancelled() + counts.expired() == 0;
    return of(status.state(), clean);
  }

  static int of(BatchState state, boolean allSucceeded) {
    if (failed(state)) {
      return BATCH_FAILED;
    }
    return allSucceeded ? ALL_SUCCEEDED : SOME_DID_NOT;
  }

  private static boolean failed(BatchState state) {
    return state == BatchState.FAILED
        || state == BatchState.CANCELLED
        || state == BatchState.EXPIRED;
  }
}
