package io.batchwright.gemini;

import io.batchwright.Finish;
import io.batchwright.Usage;
import io.batchwright.internal.json.JoinedText;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.json.JsonKind;
import io.batchwright.internal.lines.BodyReader;
import io.batchwright.internal.lines.FinishWords;
import io.batchwright.internal.lines.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Gemini's responses. */
final class GeminiBodies implements BodyReader {
  private static final Set<String> CONTENTS =
      Set.of("candidates", "promptFeedback", "embedding", "embeddings");

  @Override
  public String provider() {
    return GeminiAdapter.NAME;
  }

  @Override
  public Set<String> contents() {
    return CONTENTS;
  }

  /** The text of the first candidate; others are alternatives. */
  @Override
  public String text(JsonCursor body) throws JsonFault {
    Candidate candidate = Candidate.of(body);
    return Objects.requireNonNullElse(candidate.text, "");
  }

  /**
   * A response that calls functions has the word of a complete one, and one with vectors has none.
   */
  @Override
  public Finish finish(JsonCursor body) throws JsonFault {
    Candidate candidate = Candidate.of(body);
    return candidate.embedded
        ? new Finish(Finish.Reason.COMPLETE, candidate.finish)
        : FinishWords.of(candidate.finish, false, candidate.calls);
  }

  /** What is read from a response and its first candidate. */
  private static final class Candidate {
    private @Nullable String text;
    private @Nullable String finish;
    private boolean calls;
    private boolean embedded;

    static Candidate of(JsonCursor body) throws JsonFault {
      Candidate seen = new Candidate();
      if (body.enterObject()) {
        while (body.nextMember()) {
          if (body.isNamed("candidates")) {
            seen.clear();
            body.firstObject(seen::candidate);
          } else {
            boolean named = body.isNamed("embedding") || body.isNamed("embeddings");
            seen.embedded |= named && body.kind() != JsonKind.NULL;
            body.skip();
          }
        }
      }
      return seen;
    }

    private void clear() {
      text = null;
      finish = null;
      calls = false;
    }

    private Candidate candidate(JsonCursor candidate) throws JsonFault {
      candidate.enterObject();
      while (candidate.nextMember()) {
        if (candidate.isNamed("finishReason")) {
          finish = candidate.text();
        } else if (candidate.isNamed("content")) {
          text = candidate.member("parts", this::parts);
        } else {
          candidate.skip();
        }
      }
      return this;
    }

    private String parts(JsonCursor parts) throws JsonFault {
      calls = false;
      return JoinedText.of(parts, this::part);
    }

    /** Thoughts are not part of the text. */
    private @Nullable String part(JsonCursor part) throws JsonFault {
      boolean thought = false;
      String partText = null;
      if (part.enterObject()) {
        while (part.nextMember()) {
          if (part.isNamed("thought")) {
            thought = part.flag();
          } else if (part.isNamed("text")) {
            partText = part.text();
          } else {
            boolean call = part.isNamed("functionCall");
            calls |= call && part.kind() == JsonKind.OBJECT;
            part.skip();
          }
        }
      }
      return thought ? null : partText;
    }
  }

  /** Embeddings have a count of their own, as a number or as a string. */
  @Override
  public @Nullable Usage usage(JsonCursor body) throws JsonFault {
    Usage usage = null;
    Long count = null;
    if (body.enterObject()) {
      while (body.nextMember()) {
        if (body.isNamed("usageMetadata")) {
          usage = tokens(body);
        } else if (body.isNamed("tokenCount")) {
          count = body.count();
        } else {
          body.skip();
        }
      }
    }
    return usage != null || count == null ? usage : Usage.builder().input(count).build();
  }

  /** Thoughts are billed as output, and what tools read as input; both are counted apart. */
  private static @Nullable Usage tokens(JsonCursor usage) throws JsonFault {
    if (!usage.enterObject()) {
      return null;
    }
    Usage.Builder tokens = Usage.builder();
    long prompt = 0;
    long tools = 0;
    long candidates = 0;
    long thoughts = 0;
    while (usage.nextMember()) {
      if (usage.isNamed("promptTokenCount")) {
        prompt = usage.count();
      } else if (usage.isNamed("toolUsePromptTokenCount")) {
        tools = usage.count();
      } else if (usage.isNamed("candidatesTokenCount")) {
        candidates = usage.count();
      } else if (usage.isNamed("thoughtsTokenCount")) {
        thoughts = usage.count();
        tokens.reasoning(thoughts);
      } else if (usage.isNamed("cachedContentTokenCount")) {
        tokens.cacheRead(usage.count());
      } else {
        usage.skip();
      }
    }
    return tokens.input(prompt + tools).output(candidates + thoughts).build();
  }

  /** One vector, or one for each content of the request. */
  @Override
  public List<float[]> embeddings(JsonCursor body) throws JsonFault {
    List<float[]> vectors = new ArrayList<>();
    if (body.enterObject()) {
      while (body.nextMember()) {
        if (body.isNamed("embedding")) {
          add(body, vectors);
        } else if (body.isNamed("embeddings")) {
          addAll(body, vectors);
        } else {
          body.skip();
        }
      }
    }
    return vectors;
  }

  private static void addAll(JsonCursor embeddings, List<float[]> vectors) throws JsonFault {
    if (embeddings.enterArray()) {
      while (embeddings.nextElement()) {
        add(embeddings, vectors);
      }
    }
  }

  private static void add(JsonCursor embedding, List<float[]> vectors) throws JsonFault {
    float[] vector = embedding.member("values", Vectors::read);
    if (vector != null) {
      vectors.add(vector);
    }
  }
}
