package io.batchwright.sandbox.internal.gemini;

import java.util.Arrays;
import java.util.List;
import okhttp3.Headers;

/** Reads the headers that steer an upload. */
final class UploadHeaders {
  private static final String COMMAND = "X-Goog-Upload-Command";

  private UploadHeaders() {}

  /** The commands of one step; an upload and its end may come at once. */
  static List<String> commands(Headers headers) {
    String commands = headers.get(COMMAND);
    if (commands == null) return List.of();
    return Arrays.stream(commands.split(",", -1)).map(String::strip).toList();
  }
}
