package io.batchwright.sandbox;

import java.util.List;

/** Inspects and controls one provider of a {@link Sandbox} in a test. Thread-safe. */
public interface ProviderControl {

  /** The number of HTTP requests for the operation, including those that a fault handled. */
  int count(Operation operation);

  /** The number of batches created, including deleted ones. */
  int created();

  /** The ids of the batches that exist, oldest first. */
  List<String> ids();

  /**
   * The ids of the files that exist, inputs and results, oldest first; empty at providers without
   * files.
   */
  List<String> files();

  /** The most recent requests, oldest first; older ones are dropped. */
  List<SandboxCall> requests();

  /** The script of faults on the wire. */
  FaultScript faults();

  /**
   * Returns the script of one batch.
   *
   * @throws IllegalArgumentException if there is no such batch
   */
  BatchScript script(String batchId);

  /** The script of the batch that is created next; until then, every call returns the same one. */
  BatchScript scriptNext();
}
