package io.batchwright.benchmarks.data;

/** What a text is made of. */
public enum Script {
  /** English prose with a line break or a quote now and then, as models write it. */
  PROSE,
  /** Code and tables: quotes, line breaks, backslashes and escaped characters all over. */
  ESCAPES,
  /** Chinese, three bytes a character. */
  CJK,
  /** No text at all: requests that ran out of time, in the shortest lines that the shape allows. */
  NONE
}
