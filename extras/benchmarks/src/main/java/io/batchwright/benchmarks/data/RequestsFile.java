package io.batchwright.benchmarks.data;

/**
 * A file of requests to be made.
 *
 * @param name what it is called
 * @param form how its lines are written
 * @param lines how many
 * @param lineBytes how long each is, its line end included
 */
public record RequestsFile(String name, RequestForm form, int lines, int lineBytes) {
  /** The same in fewer lines, for the sending before the one that is measured. */
  public RequestsFile warm(int fewer) {
    return new RequestsFile(ResultsFile.warmName(name), form, fewer, lineBytes);
  }
}
