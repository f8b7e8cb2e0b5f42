package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;

/** The format of file names. */
final class FileNames {
  static final String PREFIX = "files/";
  private static final int LONGEST_ID = 40;

  private FileNames() {}

  /** Refuses ids that no uploaded file can have, including those of results files. */
  static void checkLength(String id) throws Refusal {
    if (id.length() > LONGEST_ID) {
      throw Refusal.invalid("File id is longer than " + LONGEST_ID + " characters.");
    }
  }

  /** Whether a client may choose this file name. */
  static boolean isFree(String name) {
    return name.matches(PREFIX + "[a-z0-9-]{1," + LONGEST_ID + "}");
  }
}
