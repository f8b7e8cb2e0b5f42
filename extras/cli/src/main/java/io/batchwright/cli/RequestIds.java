package io.batchwright.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the custom ids of an input file, and keeps nothing else of it. */
final class RequestIds {
  /** The library's own name for a custom id, and Gemini's. */
  private static final Set<String> ID_MEMBERS = Set.of("custom_id", "key");

  private RequestIds() {}

  /**
   * Reads to the end, or to the first place that is not JSON: the submit that follows reports it.
   */
  static List<String> read(Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(text)) {
      json.setLenient(true); // allows one document after the other
      while (json.peek() != JsonToken.END_DOCUMENT) {
        readLine(json, ids);
      }
    } catch (MalformedJsonException | EOFException e) {
      return ids;
    }
    return ids;
  }

  private static void readLine(JsonReader json, List<String> ids) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      if (ID_MEMBERS.contains(json.nextName()) && json.peek() == JsonToken.STRING) {
        ids.add(json.nextString());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }
}
