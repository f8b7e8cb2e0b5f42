package io.batchwright.sandbox;

import java.util.List;
import java.util.Objects;

/**
 * The response to one request of a batch, as the function of {@link Sandbox.Builder#replies}
 * returns it; each provider writes it in its own words.
 *
 * <pre>{@code
 * Sandbox.builder()
 *     .replies(request -> switch (request.customId()) {
 *       case "long" -> SandboxReply.cutOff("The first half of the an");
 *       case "rude" -> SandboxReply.refused("I cannot help with that.");
 *       default -> SandboxReply.text("ok");
 *     })
 * }</pre>
 *
 * <p>A provider that has no such response, such as a paused one outside Anthropic, ends the request
 * with an error that says so. Immutable and thread-safe.
 */
public final class SandboxReply {
  private final Kind kind;
  private final String text;
  private final String code;
  private final int status;
  private final List<float[]> vectors;

  private SandboxReply(Kind kind, String text, String code, int status, List<float[]> vectors) {
    this.kind = kind;
    this.text = text;
    this.code = code;
    this.status = status;
    this.vectors = vectors;
  }

  private static SandboxReply of(Kind kind, String text, String code) {
    return new SandboxReply(
        kind, Objects.requireNonNull(text), Objects.requireNonNull(code), 200, List.of());
  }

  /** What a response is. */
  public enum Kind {
    /** A complete text. */
    TEXT,
    /** A text that ends at the limit of tokens. */
    CUT_OFF,
    /** The model declined. */
    REFUSED,
    /** A filter stopped the output. */
    FILTERED,
    /** A turn that another request has to continue. */
    PAUSED,
    /** A call of one of the caller's tools. */
    TOOL_CALL,
    /** A filter stopped the prompt. */
    BLOCKED,
    /** A response that says of itself that it failed, on a line of success. */
    FAILED,
    /** Vectors. */
    EMBEDDINGS,
    /** An error in the place of a response. */
    ERROR,
    /** A body in the provider's own form. */
    BODY
  }

  /** A complete text. At an endpoint of embeddings or images it seeds what is made up. */
  public static SandboxReply text(String text) {
    return of(Kind.TEXT, text, "");
  }

  /** A text that the limit of tokens cut off. */
  public static SandboxReply cutOff(String text) {
    return of(Kind.CUT_OFF, text, "");
  }

  /**
   * A refusal in these words. Where a provider has no form of its own for refusals (Gemini,
   * Moonshot, Zhipu) it is a complete text like any other.
   */
  public static SandboxReply refused(String words) {
    return of(Kind.REFUSED, words, "");
  }

  /** A text that a filter cut off, with the provider's usual word for that. */
  public static SandboxReply filtered(String text) {
    return of(Kind.FILTERED, text, "");
  }

  /** A text that a filter cut off, with this word as the finish reason. */
  public static SandboxReply filtered(String text, String word) {
    return of(Kind.FILTERED, text, word);
  }

  /** A turn that is to be continued, after this text. Anthropic only. */
  public static SandboxReply paused(String text) {
    return of(Kind.PAUSED, text, "");
  }

  /**
   * A call of a tool.
   *
   * @param arguments a JSON object
   */
  public static SandboxReply toolCall(String name, String arguments) {
    return of(Kind.TOOL_CALL, arguments, name);
  }

  /**
   * A prompt that was blocked: {@code promptFeedback} without candidates at Gemini, a failed body
   * at OpenAI's Responses, an error elsewhere. What OpenAI's other endpoints and Anthropic answer
   * is unverified.
   */
  public static SandboxReply blocked() {
    return of(Kind.BLOCKED, "", "");
  }

  /** The same with this word as the reason. */
  public static SandboxReply blocked(String word) {
    return of(Kind.BLOCKED, "", word);
  }

  /** A body with status "failed" on a line of success. OpenAI's Responses only. */
  public static SandboxReply failed(String code, String message) {
    return of(Kind.FAILED, message, code);
  }

  /** One vector per input; the last one is repeated if there are more inputs. */
  public static SandboxReply embeddings(float[]... vectors) {
    if (vectors.length == 0) throw new IllegalArgumentException("At least one vector is needed");
    List<float[]> copies = List.of(vectors).stream().map(float[]::clone).toList();
    return new SandboxReply(Kind.EMBEDDINGS, "", "", 200, copies);
  }

  /**
   * An error of the request.
   *
   * @param status the HTTP status of the row; at Gemini the code of the error, which there is one
   *     of google.rpc below 100
   * @param code the provider's word: {@code details.error_code} at Anthropic, {@code code} at
   *     OpenAI and Zhipu, {@code type} at Moonshot, {@code status} at Gemini; "" for none
   */
  public static SandboxReply error(int status, String code, String message) {
    return new SandboxReply(Kind.ERROR, message, code, status, List.of());
  }

  /**
   * Exactly this body: the value of {@code message} at Anthropic, of {@code response} at Gemini, of
   * {@code response.body} elsewhere.
   *
   * @param json any JSON value
   */
  public static SandboxReply body(String json) {
    return of(Kind.BODY, json, "");
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** The text, the refusal, the arguments, the message or the body; "" if there is none. */
  public String text() {
    return text;
  }

  /** The provider's word, the code or the tool's name; "" for the usual one. */
  public String code() {
    return code;
  }

  /** The code or, if there is none, the usual one. */
  public String codeOr(String usual) {
    return code.isEmpty() ? usual : code;
  }

  /** The HTTP status of an error. */
  public int status() {
    return status;
  }

  /** The vector for an input. */
  public float[] vector(int input) {
    return vectors.get(Math.min(input, vectors.size() - 1)).clone();
  }

  /** Names the kind and keeps the content out. */
  @Override
  public String toString() {
    return "SandboxReply[" + kind + "]";
  }
}
