package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;

/** What the names of files are made of. */
final class FileNames {
  static final String PREFIX = "files/";
  private static final int LONGEST_ID = 40;

  private FileNames() {}

  /** Refuses ids that no uploaded file can have; those of results are among them. */
  static void checkLength(String id) throws Refusal {
    if (id.length() > LONGEST_ID) {
      throw Refusal.invalid("File id is longer than " + LONGEST_ID + " characters.");
    }
  }

  /** Whether a client may give a file this name. */
  static boolean isFree(String name) {
    return name.matches(PREFIX + "[a-z0-9-]{1," + LONGEST_ID + "}");
  }
}
