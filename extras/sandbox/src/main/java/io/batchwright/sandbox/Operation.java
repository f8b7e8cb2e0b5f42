package io.batchwright.sandbox;

/** What a request asks of a provider, under one name for all providers. */
public enum Operation {
  /** Makes a batch. */
  CREATE,
  /** Reads one batch. */
  RETRIEVE,
  /** Reads a page of batches. */
  LIST,
  /** Asks a batch to stop. */
  CANCEL,
  /** Removes a batch or a file. */
  DELETE,
  /** Reads the results of a batch, or the content of a file. */
  RESULTS,
  /** Stores an input file. */
  UPLOAD,
  /** Reads what is known of one file. */
  RETRIEVE_FILE,
  /** Reads a page of files. */
  LIST_FILES
}
