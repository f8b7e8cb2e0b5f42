package io.batchwright.benchmarks.data;

/**
 * A file of results to be made.
 *
 * @param name what it is called
 * @param dialect whose results they are
 * @param script what the texts are made of
 * @param lines how many
 * @param lineBytes how long each answered line is, its line end included
 */
public record ResultsFile(String name, Dialect dialect, Script script, int lines, int lineBytes) {
  /** The same in fewer lines, for the reads before the one that is measured. */
  public ResultsFile warm(int fewer) {
    return new ResultsFile(warmName(name), dialect, script, fewer, lineBytes);
  }

  /** What the smaller file beside the one of this name is called. */
  public static String warmName(String name) {
    return name + "-warm";
  }
}
