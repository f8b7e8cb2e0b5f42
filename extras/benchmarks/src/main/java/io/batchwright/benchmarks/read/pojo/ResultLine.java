package io.batchwright.benchmarks.read.pojo;

/** A decoded line. */
public interface ResultLine {
  /** The custom id. */
  String id();

  /** Whether the request succeeded. */
  boolean succeeded();

  /** The text of a succeeded request. */
  String text();
}
