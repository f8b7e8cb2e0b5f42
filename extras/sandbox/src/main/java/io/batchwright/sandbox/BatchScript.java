package io.batchwright.sandbox;

import java.time.Duration;

/**
 * How one batch departs from a smooth run. Each call adds to the script and takes effect at once.
 * Custom ids that the batch does not have are ignored. Thread-safe.
 *
 * <p>At Gemini the custom ids are keys, and what expired has no result. The results of a batch
 * whose requests stood in its create are not lines but items of a list, in the order of the
 * requests; what is said here of lines holds for them, but that ends of lines are not theirs.
 */
public interface BatchScript {

  /** No request ever runs and the batch does not expire. A cancel settles as usual. */
  BatchScript stuck();

  /**
   * The batch fails as a whole at its usual time: no request runs, and there are no results. At
   * Anthropic, where no batch fails as a whole, nothing changes.
   */
  BatchScript failBatch();

  /** Every request is expired when the batch ends, which it does at its usual time. */
  BatchScript expireAll();

  /** These requests are expired when the batch ends, which it does at its usual time. */
  BatchScript expire(String... customIds);

  /** These requests end with an error of the provider's own. */
  BatchScript fail(String... customIds);

  /** The batch reports this word as its status, whatever its state; nothing else changes. */
  BatchScript status(String word);

  /** Adds members that no documentation knows to the batch and to every line of its results. */
  BatchScript unknownFields();

  /** Adds a line that is not JSON to the results, or an item that is no object. */
  BatchScript badLine(Position position);

  /** Ends the lines with CR LF, the pair split over two chunks. */
  BatchScript crlf();

  /** Leaves out the newline after the last line. */
  BatchScript noFinalNewline();

  /** The lines of these requests come twice. */
  BatchScript repeatLine(String... customIds);

  /** The lines of these requests are missing. */
  BatchScript dropLine(String... customIds);

  /** The lines of these requests come without their custom id. */
  BatchScript withoutCustomId(String... customIds);

  /**
   * The results cannot be found until so long after the end of the batch, by the sandbox's clock.
   * Gemini's inline results stand in the batch itself and are there.
   */
  BatchScript resultsAfter(Duration delay);

  /**
   * If the batch is cancelled, what had run until then is lost, as it was seen at OpenAI: it counts
   * as completed while the batch is being cancelled, no longer when it is, and has no line.
   */
  BatchScript loseWorkOnCancel();

  /** Adds a line with a custom id that nobody asked about. */
  BatchScript strangerLine(String customId);

  /** Adds this line, without a newline of its own, as it is. */
  BatchScript rawLine(String line);

  /** The lines come in another order on each read. Without this, one shuffled order is kept. */
  BatchScript reshuffle();

  /** The batch names a file that is not there by "". Without files nothing changes. */
  BatchScript emptyFileIds();

  /**
   * The first reads of the ended batch, alone or in a page, name no files, whatever the counts say.
   * Without files nothing changes, but for Gemini: there they bring no results at all and the batch
   * is not done, although its state says so.
   */
  BatchScript withholdFiles(int reads);

  /**
   * Errors and requests that did not run stand in the output file. Without files nothing changes.
   */
  BatchScript everythingInOneFile();

  /** Compresses the results with gzip, whatever the client accepts. */
  BatchScript gzip();

  /** The results come without what names their requests, in the requests' order. Gemini only. */
  BatchScript withoutKeys();

  /** The list of results stands where otherwise the object around it does. Gemini only. */
  BatchScript flatResponses();

  /** The results stand one object deeper in {@code response}. Gemini only. */
  BatchScript responsesUnderOutput();

  /** Errors of requests are named {@code status} and have nothing but a code. Gemini only. */
  BatchScript statusForError();
}
