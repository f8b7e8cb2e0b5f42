package io.batchwright.benchmarks.data;

/**
 * A file of results to generate.
 *
 * @param name its name
 * @param dialect the provider's format
 * @param script the kind of texts
 * @param lines the number of lines
 * @param lineBytes the length of each succeeded line, including its end
 */
public record ResultsFile(String name, Dialect dialect, Script script, int lines, int lineBytes) {
  /** The same with fewer lines, for the warm-up. */
  public ResultsFile warm(int fewer) {
    return new ResultsFile(warmName(name), dialect, script, fewer, lineBytes);
  }

  /** The name of the smaller file for the warm-up. */
  public static String warmName(String name) {
    return name + "-warm";
  }
}
