package io.batchwright.sandbox;

/** What a request asks of a provider, under one name for all providers. */
public enum Operation {
  /** Makes a batch. */
  CREATE,
  /** Reads one batch; at Gemini also its results, if its requests stood in the create. */
  RETRIEVE,
  /** Reads a page of batches. */
  LIST,
  /** Asks a batch to stop. */
  CANCEL,
  /** Removes a batch or a file. */
  DELETE,
  /** Reads the results of a batch, or the content of a file. */
  RESULTS,
  /** Stores an input file, or begins to where a file comes in pieces. */
  UPLOAD,
  /** Brings a piece of a file that was begun. */
  UPLOAD_CHUNK,
  /** Asks how much of a file has come. */
  UPLOAD_QUERY,
  /** Reads what is known of one file. */
  RETRIEVE_FILE,
  /** Reads a page of files. */
  LIST_FILES
}
