package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.batchwright.testing.LineNoise;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorReaderAgainstGsonTest {
  private static final int COUNT = 5_000;
  private static final String MALFORMED = "malformed";

  private static final LineNoise NOISE =
      new LineNoise(
          """
          {"a":[1,-2.5e3,"text \\u00e9 \\ud83d\\ude00",true,false,null,[],{},[[{"x":""}]]],"b":{"c":
          {"d":[{"e":1},{"e":2}]},"f":"7"},"g":null,"":{}}
          """,
          "[[1,[2,[3]]],{\"a\":{\"a\":{\"a\":[]}}},\"\",0.1]",
          "\"text\"",
          "true",
          "-12");

  private final CursorReader reader = new CursorReader();

  @Test
  void everyDocumentIsWalkedThroughAsByGsonsReader() throws IOException {
    for (long seed = 8_000_000; seed < 8_000_000 + COUNT; seed++) {
      byte[] json = NOISE.wellFormed(seed);
      List<String> due = new ArrayList<>();
      List<String> seen = new ArrayList<>();
      try (JsonReader gson =
          new JsonReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
        walk(gson, new Random(seed), due);
      } catch (MalformedJsonException e) {
        due.add(MALFORMED);
      }
      try {
        walk(reader.over(new JsonCursor().over(json, 0, json.length)), new Random(seed), seen);
      } catch (JsonFault e) {
        seen.add(MALFORMED);
      }
      if (due.contains(MALFORMED)) {
        // We detect an invalid number when it is read, Gson when it is peeked at.
        assertThat(seen).as("seed %d", seed).endsWith(MALFORMED);
      } else {
        assertThat(seen).as("seed %d", seed).isEqualTo(due);
      }
    }
  }

  /** Records everything that an adapter can observe, and skips some values. */
  private static void walk(JsonReader in, Random random, List<String> seen) throws IOException {
    int depth = 0;
    do {
      JsonToken token = in.peek();
      seen.add(token + " " + in.hasNext());
      if (random.nextInt(12) == 0) {
        depth -= token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT ? 1 : 0;
        in.skipValue();
        continue;
      }
      switch (token) {
        case BEGIN_OBJECT -> {
          in.beginObject();
          depth++;
        }
        case BEGIN_ARRAY -> {
          in.beginArray();
          depth++;
        }
        case END_OBJECT -> {
          in.endObject();
          depth--;
        }
        case END_ARRAY -> {
          in.endArray();
          depth--;
        }
        case NAME -> seen.add(in.nextName());
        case STRING, NUMBER -> seen.add(in.nextString());
        case BOOLEAN -> seen.add(String.valueOf(in.nextBoolean()));
        case NULL -> in.nextNull();
        case END_DOCUMENT -> throw new AssertionError("There is more");
      }
    } while (depth > 0);
    seen.add(in.peek() + " " + in.hasNext());
  }
}
