package io.batchwright.sandbox;

import java.time.Duration;

/**
 * Scripts how one batch departs from a normal run. Each call adds to the script and takes effect at
 * once. Custom ids that the batch does not have are ignored. Thread-safe.
 *
 * <p>At Gemini, custom ids are keys, and expired requests have no result. If the requests were
 * inline in the create, the results are items of a list in the order of the requests; what this
 * page says of lines applies to them too, except line ends.
 */
public interface BatchScript {

  /** No request ever runs and the batch does not expire. A cancel completes as usual. */
  BatchScript stuck();

  /**
   * The batch fails as a whole at its usual time: no request runs, and there are no results. No
   * effect at Anthropic, where no batch fails as a whole.
   */
  BatchScript failBatch();

  /** Every request expires. The batch ends at its usual time. */
  BatchScript expireAll();

  /** These requests expire. The batch ends at its usual time. */
  BatchScript expire(String... customIds);

  /** These requests end with a provider error. */
  BatchScript fail(String... customIds);

  /** The batch reports this status, whatever its state; nothing else changes. */
  BatchScript status(String status);

  /** Adds undocumented members to the batch and to every line of its results. */
  BatchScript unknownFields();

  /** Adds a line that is not JSON to the results, or an item that is not an object. */
  BatchScript badLine(Position position);

  /** Ends the lines with CR LF, each pair split across two chunks. */
  BatchScript crlf();

  /** Omits the newline after the last line. */
  BatchScript noFinalNewline();

  /** The lines of these requests are sent twice. */
  BatchScript repeatLine(String... customIds);

  /** The lines of these requests are missing. */
  BatchScript dropLine(String... customIds);

  /** The lines of these requests are sent without their custom id. */
  BatchScript withoutCustomId(String... customIds);

  /**
   * The results are reported as not found until this long after the end of the batch, by the
   * sandbox's clock. No effect on Gemini's inline results, which are part of the batch itself.
   */
  BatchScript resultsAfter(Duration delay);

  /**
   * If the batch is cancelled, all results so far are lost, as seen at OpenAI: requests that ran
   * count as completed while the batch is being cancelled, but not after, and have no line.
   */
  BatchScript loseWorkOnCancel();

  /** Adds a line with a custom id that is not in the input. */
  BatchScript unknownIdLine(String customId);

  /** Adds this line as it is, without appending a newline. */
  BatchScript rawLine(String line);

  /** The lines are in another order on each read. By default, one shuffled order is kept. */
  BatchScript reshuffle();

  /** The batch reports a missing file as "". No effect on providers without files. */
  BatchScript emptyFileIds();

  /**
   * The first reads of the ended batch, alone or in a page, name no files, whatever the counts are.
   * No effect on providers without files, except Gemini: there the first reads contain no results
   * and the batch is not done, although its state is final.
   */
  BatchScript withholdFiles(int reads);

  /**
   * Writes errors and requests that did not run to the output file. No effect on providers without
   * files.
   */
  BatchScript everythingInOneFile();

  /** Compresses the results with gzip, whether or not the client accepts it. */
  BatchScript gzip();

  /** Omits the keys from the results, which are in the order of the requests. Gemini only. */
  BatchScript withoutKeys();

  /** Writes the list of results directly, without the object that usually wraps it. Gemini only. */
  BatchScript flatResponses();

  /** Nests the results one object deeper, in {@code response}. Gemini only. */
  BatchScript responsesUnderOutput();

  /** Names errors of requests {@code status}, with only a code. Gemini only. */
  BatchScript statusForError();
}
