package io.batchwright.gemini;

import io.batchwright.providers.ClientBuilder;

/** Builders of clients that always upload, and let no time pass between two tries. */
public final class Unhurried {
  private Unhurried() {}

  /**
   * Begins to build one.
   *
   * @param uploads where files may be uploaded to beside the base URL
   */
  public static ClientBuilder<?> builder(String uploads) {
    return Gemini.builder().inlineUpTo(0).allowUploadsTo(uploads).sleep(pause -> {});
  }
}
