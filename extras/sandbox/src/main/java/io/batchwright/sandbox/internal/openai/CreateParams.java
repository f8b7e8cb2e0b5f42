package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.shaded.gson.JsonElement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a create.
 *
 * @param metadata an object of strings, or JSON null
 * @param filesKept how long results files are kept, or null for ever
 * @param inputDeleted whether the input file is deleted once validated
 */
record CreateParams(
    String inputFileId,
    String endpoint,
    Window window,
    JsonElement metadata,
    @Nullable Duration filesKept,
    boolean inputDeleted) {

  /** Omits the metadata. */
  @Override
  public String toString() {
    return "CreateOrder[inputFileId=" + inputFileId + ", endpoint=" + endpoint + "]";
  }
}
