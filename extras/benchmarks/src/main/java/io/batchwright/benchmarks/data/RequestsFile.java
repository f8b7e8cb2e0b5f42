package io.batchwright.benchmarks.data;

/**
 * A file of requests to generate.
 *
 * @param name its name
 * @param form the format of its lines
 * @param lines the number of lines
 * @param lineBytes the length of each line, including its end
 */
public record RequestsFile(String name, RequestForm form, int lines, int lineBytes) {
  /** The same with fewer lines, for the warm-up. */
  public RequestsFile warm(int fewer) {
    return new RequestsFile(ResultsFile.warmName(name), form, fewer, lineBytes);
  }
}
