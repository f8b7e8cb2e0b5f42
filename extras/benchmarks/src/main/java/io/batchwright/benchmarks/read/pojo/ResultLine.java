package io.batchwright.benchmarks.read.pojo;

/** A decoded line. */
public interface ResultLine {
  /** The custom id. */
  String id();

  /** Whether the request was answered. */
  boolean answered();

  /** The text of an answered request. */
  String text();
}
