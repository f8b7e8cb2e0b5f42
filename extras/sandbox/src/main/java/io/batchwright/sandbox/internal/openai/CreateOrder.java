package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a create asked for.
 *
 * @param metadata an object of strings, or JSON null
 * @param filesKept how long files of results stay, or null for ever
 * @param inputDeleted whether the input file goes once it was looked at
 */
record CreateOrder(
    String inputFileId,
    String endpoint,
    Window window,
    JsonElement metadata,
    @Nullable Duration filesKept,
    boolean inputDeleted) {

  /** Keeps the metadata out. */
  @Override
  public String toString() {
    return "CreateOrder[inputFileId=" + inputFileId + ", endpoint=" + endpoint + "]";
  }
}
