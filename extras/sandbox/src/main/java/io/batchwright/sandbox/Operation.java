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
  /** Removes a batch. */
  DELETE,
  /** Reads the results of a batch. */
  RESULTS,
  /** Stores an input file. */
  UPLOAD,
  /** Reads a stored file. */
  DOWNLOAD
}
