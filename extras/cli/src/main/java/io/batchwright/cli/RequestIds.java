package io.batchwright.cli;

import com.google.gson.Strictness;
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
  private RequestIds() {}

  /**
   * Reads to the end, or to the first place that is no JSON: the submit that follows reports it.
   *
   * @param idMembers the members of a line that may hold the id
   */
  static List<String> read(Path file, Set<String> idMembers) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(text)) {
      json.setStrictness(Strictness.LENIENT); // allows one document after the other
      while (json.peek() != JsonToken.END_DOCUMENT) {
        readLine(json, idMembers, ids);
      }
    } catch (MalformedJsonException | EOFException e) {
      return ids;
    }
    return ids;
  }

  private static void readLine(JsonReader json, Set<String> idMembers, List<String> ids)
      throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      if (idMembers.contains(json.nextName()) && json.peek() == JsonToken.STRING) {
        ids.add(json.nextString());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }
}
