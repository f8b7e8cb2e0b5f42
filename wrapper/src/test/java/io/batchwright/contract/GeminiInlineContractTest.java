package io.batchwright.contract;

import io.batchwright.gemini.Gemini;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;

/** The contract for Gemini with inline requests and results. */
class GeminiInlineContractTest extends GeminiContract {
  @Override
  public ClientBuilder<?> builder() {
    return Gemini.builder();
  }

  @Override
  public boolean uploads() {
    return false;
  }

  /** The batch is read once to check whether it has results, and once more to read them. */
  @Override
  public Step results() {
    return new Step(Operation.RETRIEVE, 1);
  }

  @Override
  public boolean showsCuts() {
    return true;
  }

  @Override
  public String resultsPath() {
    return ".*/batches/\\w+";
  }
}
