package io.batchwright.benchmarks.data;

/** The kind of a text. */
public enum Script {
  /** English prose with an occasional line break or quote, as models write it. */
  PROSE,
  /** Code and tables: many quotes, line breaks, backslashes and escaped characters. */
  ESCAPES,
  /** Chinese, three bytes per character. */
  CJK,
  /** No text: expired requests, in the shortest lines that the format allows. */
  NONE
}
