package io.batchwright.sandbox;

import java.util.List;

/** What a test sees and steers of one provider of a {@link Sandbox}. Thread-safe. */
public interface ProviderControl {

  /** The number of HTTP requests that reached the operation, also those that a fault answered. */
  int count(Operation operation);

  /** The number of batches that were really made, deleted ones included. */
  int created();

  /** The ids of the batches that exist, oldest first. */
  List<String> ids();

  /** The ids of the files that exist, inputs and results, oldest first; empty without files. */
  List<String> files();

  /** The last requests, oldest first; older ones are forgotten. */
  List<SandboxCall> requests();

  /** The script of what goes wrong on the wire. */
  FaultScript faults();

  /**
   * The script of one batch.
   *
   * @throws IllegalArgumentException if there is no such batch
   */
  BatchScript script(String batchId);

  /** The script of the batch that is created next; until then every call returns the same one. */
  BatchScript scriptNext();
}
