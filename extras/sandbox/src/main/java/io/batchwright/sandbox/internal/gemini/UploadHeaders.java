package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the headers that control an upload. */
final class UploadHeaders {
  static final String STATUS = "x-goog-upload-status";

  private static final String PREFIX = "X-Goog-Upload-";

  private UploadHeaders() {}

  /** The commands of one step; an upload and its end may be sent together. */
  static List<String> commands(Headers headers) {
    String commands = headers.get(PREFIX + "Command");
    if (commands == null) return List.of();
    return Arrays.stream(commands.split(",", -1)).map(String::strip).toList();
  }

  /** The offset of this step's bytes. */
  static long offset(Headers headers) throws Refusal {
    return number(headers, PREFIX + "Offset");
  }

  /** The number of bytes in this step. */
  static long size(Headers headers) throws Refusal {
    return number(headers, "Content-Length");
  }

  /** The size of the whole file, announced in the first step. */
  static long wholeSize(Headers headers) throws Refusal {
    return number(headers, PREFIX + "Header-Content-Length");
  }

  /** The media type of the file, announced in the first step. */
  static @Nullable String mimeType(Headers headers) {
    return headers.get(PREFIX + "Header-Content-Type");
  }

  static boolean isStart(Headers headers) {
    return "resumable".equals(headers.get(PREFIX + "Protocol"))
        && commands(headers).equals(List.of("start"));
  }

  private static long number(Headers headers, String name) throws Refusal {
    String value = headers.get(name);
    if (value == null || !value.strip().matches("[0-9]{1,18}")) {
      throw Refusal.invalid("The header " + name + " must be a number.");
    }
    return Long.parseLong(value.strip());
  }
}
