package io.batchwright.contract;

import io.batchwright.gemini.Gemini;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;
import org.junit.jupiter.api.Nested;

/** The contract for Gemini with requests and results in files. */
class GeminiFileContractTest extends GeminiContract {
  @Nested
  class Uploads extends UploadsContract {}

  @Override
  public ClientBuilder<?> builder() {
    return Gemini.builder().inlineUpTo(0);
  }

  @Override
  public boolean uploadsInPieces() {
    return true;
  }

  @Override
  public boolean uploads() {
    return true;
  }

  /** The input is deleted before the batch, whose delete also removes its results. */
  @Override
  public Step delete() {
    return new Step(Operation.DELETE, 1);
  }

  @Override
  public boolean refusesGoneResults() {
    return true;
  }

  @Override
  public String resultsPath() {
    return ".*:download";
  }
}
