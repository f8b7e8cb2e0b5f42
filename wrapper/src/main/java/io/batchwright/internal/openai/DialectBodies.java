package io.batchwright.internal.openai;

import io.batchwright.Finish;
import io.batchwright.Usage;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.FinishWords;
import io.batchwright.internal.lines.Vectors;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completions, and the responses of the dialect's other endpoints.
 *
 * @param provider the provider's short name
 */
record DialectBodies(String provider) implements BodyReader {
  private static final Set<String> CONTENTS = Set.of("choices", "output", "data", "results");

  @Override
  public Set<String> contents() {
    return CONTENTS;
  }

  @Override
  public String text(JsonCursor body) throws JsonFault {
    Seen seen = Seen.of(body);
    return seen.choice != null ? seen.choice.text() : seen.output == null ? "" : seen.output.text();
  }

  /** Embeddings and moderations have no word, and are complete. */
  @Override
  public Finish finish(JsonCursor body) throws JsonFault {
    Seen seen = Seen.of(body);
    if (seen.choice != null) {
      return seen.choice.finish();
    }
    if (seen.output != null) {
      String word = "incomplete".equals(seen.status) ? seen.reason : seen.status;
      return FinishWords.of(word, seen.output.refused(), seen.output.calls());
    }
    return new Finish(seen.other ? Finish.Reason.COMPLETE : Finish.Reason.UNKNOWN, null);
  }

  /** What is read from a response, of whichever endpoint. */
  private static final class Seen {
    private @Nullable Choice choice; // the first: more choices are other answers
    private @Nullable Output output;
    private @Nullable String status;
    private @Nullable String reason;
    private boolean other;

    static Seen of(JsonCursor body) throws JsonFault {
      Seen seen = new Seen();
      if (body.enterObject()) {
        while (body.nextMember()) {
          seen.member(body);
        }
      }
      return seen;
    }

    private void member(JsonCursor body) throws JsonFault {
      if (body.isNamed("choices")) {
        choice = body.firstObject(Choice::of);
      } else if (body.isNamed("output")) {
        output = Output.of(body);
      } else if (body.isNamed("status")) {
        status = body.text();
      } else if (body.isNamed("incomplete_details")) {
        reason = body.member("reason", JsonCursor::text);
      } else {
        boolean named = body.isNamed("data") || body.isNamed("results");
        other |= named && body.kind() == JsonKind.ARRAY;
        body.skip();
      }
    }
  }

  @Override
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    return body.member("usage", DialectUsage::of);
  }

  @Override
  public List<float[]> embeddings(JsonCursor body) throws JsonFault {
    TreeMap<Long, float[]> vectors = new TreeMap<>();
    body.member(
        "data",
        data -> {
          vectors.clear();
          if (data.enterArray()) {
            while (data.nextElement()) {
              add(data, vectors);
            }
          }
          return vectors;
        });
    return List.copyOf(vectors.values());
  }

  /** Adds the vector of an element at its index, or after the others if it has none. */
  private static void add(JsonCursor element, TreeMap<Long, float[]> vectors) throws JsonFault {
    long index = vectors.isEmpty() ? 0 : vectors.lastKey() + 1;
    float[] vector = null;
    if (element.enterObject()) {
      while (element.nextMember()) {
        if (element.isNamed("index")) {
          index = element.count();
        } else if (element.isNamed("embedding")) {
          vector = Vectors.read(element);
        } else {
          element.skip();
        }
      }
    }
    if (vector != null && vectors.put(index, vector) != null) {
      throw new IllegalArgumentException("two vectors have one index");
    }
  }
}
