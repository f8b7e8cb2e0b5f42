package io.batchwright.internal.http;

/** The calls of a batch API. */
public enum ApiCall {
  CREATE("create batch", false),
  UPLOAD("upload file", false),
  RETRIEVE("retrieve batch", true),
  LIST("list batches", false),
  CANCEL("cancel batch", true),
  DELETE("delete batch", true),
  DELETE_FILE("delete file", false),
  READ_RESULTS("read results", true),
  /** Reads results from a file. */
  DOWNLOAD("read results", true);

  private final String text;
  private final boolean onBatch;

  ApiCall(String text, boolean onBatch) {
    this.text = text;
    this.onBatch = onBatch;
  }

  /** Whether "not found" means the batch, rather than a file or the API itself. */
  boolean onBatch() {
    return onBatch;
  }

  /** Returns the name in messages, such as {@code retrieve batch}. */
  @Override
  public String toString() {
    return text;
  }
}
