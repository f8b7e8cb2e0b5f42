package io.batchwright;

/**
 * What some providers can do and others cannot. {@link BatchClient#capabilities} returns those of a
 * provider; use of one that it lacks is an {@link UnsupportedCapabilityException}, before anything
 * is sent.
 */
public enum Capability {
  /** Keeps a name for people: {@link SubmitOptions#label}. */
  LABEL("a label", "leave the label out, or keep it in the metadata if there is any"),
  /** Keeps pairs of the caller's: {@link SubmitOptions#metadata}. */
  METADATA("metadata", "leave the metadata out, and keep it with the ref"),
  /** Accepts the model besides the requests: {@link SubmitOptions#model}. */
  MODEL("a model apart from the requests", "name the model in each request's body"),
  /** Serves more than one endpoint: {@link SubmitOptions#endpoint}. */
  ENDPOINT("a choice of endpoint", "leave the endpoint out"),
  /** Accepts a time to complete: {@link SubmitOptions#completionWindow}. */
  COMPLETION_WINDOW("a choice of completion window", "leave the completion window out"),
  /** Accepts a file that it has already: {@link BatchInput#uploaded}. */
  UPLOADED_INPUT("files uploaded before", "submit the requests themselves"),
  /** Lists what is newer than a batch: {@link ListOptions#before}. */
  LIST_BEFORE("lists of what is newer than a batch", "list from the newest on, and stop there");

  private final String what;
  private final String remedy;

  Capability(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  String what() {
    return what;
  }

  String remedy() {
    return remedy;
  }
}
