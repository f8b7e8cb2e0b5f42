package io.batchwright.sandbox;

/** What a request does, under one name for all providers. */
public enum Operation {
  /** Creates a batch. */
  CREATE,
  /** Reads one batch; at Gemini also its results, if its requests were inline in the create. */
  RETRIEVE,
  /** Reads a page of batches. */
  LIST,
  /** Cancels a batch. */
  CANCEL,
  /** Deletes a batch or a file. */
  DELETE,
  /** Reads the results of a batch, or the content of a file. */
  RESULTS,
  /** Uploads an input file, or starts an upload in chunks. */
  UPLOAD,
  /** Uploads one chunk of a file. */
  UPLOAD_CHUNK,
  /** Queries how much of a file has been received. */
  UPLOAD_QUERY,
  /** Reads the metadata of one file. */
  RETRIEVE_FILE,
  /** Reads a page of files. */
  LIST_FILES
}
