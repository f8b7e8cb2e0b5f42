package io.batchwright.benchmarks.read.pojo;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of Gemini. */
public final class GeminiLine implements ResultLine {
  /** The member key. */
  public @Nullable String key;

  /** The member response. */
  public @Nullable Response response;

  /** The member error. */
  public @Nullable ErrorBody error;

  @Override
  public String id() {
    return Objects.requireNonNull(key);
  }

  @Override
  public boolean succeeded() {
    return response != null;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Candidate candidate :
        Objects.requireNonNull(Objects.requireNonNull(response).candidates)) {
      for (Part part : Objects.requireNonNull(Objects.requireNonNull(candidate.content).parts)) {
        text.append(part.text);
      }
    }
    return text.toString();
  }

  /** A response. */
  public static final class Response {
    /** The member candidates. */
    public @Nullable List<Candidate> candidates;

    /** The member usageMetadata. */
    public @Nullable Usage usageMetadata;

    /** The member modelVersion. */
    public @Nullable String modelVersion;

    /** The member responseId. */
    public @Nullable String responseId;
  }

  /** A candidate. */
  public static final class Candidate {
    /** The member content. */
    public @Nullable Content content;

    /** The member finishReason. */
    public @Nullable String finishReason;

    /** The member index. */
    public int index;
  }

  /** Content. */
  public static final class Content {
    /** The member parts. */
    public @Nullable List<Part> parts;

    /** The member role. */
    public @Nullable String role;
  }

  /** A part. */
  public static final class Part {
    /** The member text. */
    public @Nullable String text;
  }

  /** Tokens. */
  public static final class Usage {
    /** The member promptTokenCount. */
    public long promptTokenCount;

    /** The member candidatesTokenCount. */
    public long candidatesTokenCount;

    /** The member totalTokenCount. */
    public long totalTokenCount;

    /** The member promptTokensDetails. */
    public @Nullable List<Count> promptTokensDetails;

    /** The member serviceTier. */
    public @Nullable String serviceTier;
  }

  /** Tokens of one kind. */
  public static final class Count {
    /** The member modality. */
    public @Nullable String modality;

    /** The member tokenCount. */
    public long tokenCount;
  }

  /** An error. */
  public static final class ErrorBody {
    /** The member code. */
    public int code;

    /** The member message. */
    public @Nullable String message;
  }
}
