package io.batchwright.sandbox;

import java.util.List;
import java.util.Objects;

/**
 * The response to one request of a batch, returned by the function of {@link
 * Sandbox.Builder#replies}; each provider writes it in its own format.
 *
 * <pre>{@code
 * Sandbox.builder()
 * .replies(request -> switch (request.customId()) {
 * case "long" -> SandboxReply.cutOff("The first half of the an");
 * case "rude" -> SandboxReply.refused("I cannot help with that.");
 * default -> SandboxReply.text("ok");
 * })
 * }</pre>
 *
 * <p>If a provider has no such response (only Anthropic pauses a turn, for example), the request
 * ends with an error that explains it. Immutable and thread-safe.
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

  /** The kind of a response. */
  public enum Kind {
    /** A complete text. */
    TEXT,
    /** A text that ends at the token limit. */
    CUT_OFF,
    /** The model declined. */
    REFUSED,
    /** A content filter stopped the output. */
    FILTERED,
    /** A turn that another request continues. */
    PAUSED,
    /** A tool call. */
    TOOL_CALL,
    /** A content filter blocked the prompt. */
    BLOCKED,
    /** A response body that reports a failure, on a line of success. */
    FAILED,
    /** Vectors. */
    EMBEDDINGS,
    /** An error instead of a response. */
    ERROR,
    /** A body in the provider's own format. */
    BODY
  }

  /** A complete text. For embeddings and images, it seeds the generated data. */
  public static SandboxReply text(String text) {
    return of(Kind.TEXT, text, "");
  }

  /** A text that was cut off at the token limit. */
  public static SandboxReply cutOff(String text) {
    return of(Kind.CUT_OFF, text, "");
  }

  /**
   * A refusal with this text. Where a provider has no format for refusals (Gemini, Moonshot,
   * Zhipu), it is a complete text like any other.
   */
  public static SandboxReply refused(String text) {
    return of(Kind.REFUSED, text, "");
  }

  /** A text that a content filter cut off, with the provider's usual finish reason for that. */
  public static SandboxReply filtered(String text) {
    return of(Kind.FILTERED, text, "");
  }

  /** A text that a content filter cut off, with this finish reason. */
  public static SandboxReply filtered(String text, String reason) {
    return of(Kind.FILTERED, text, reason);
  }

  /** A turn that pauses after this text and is to be continued. Anthropic only. */
  public static SandboxReply paused(String text) {
    return of(Kind.PAUSED, text, "");
  }

  /**
   * A tool call.
   *
   * @param arguments a JSON object
   */
  public static SandboxReply toolCall(String name, String arguments) {
    return of(Kind.TOOL_CALL, arguments, name);
  }

  /**
   * A blocked prompt: {@code promptFeedback} without candidates at Gemini, a failed body at
   * OpenAI's Responses, an error elsewhere. What OpenAI's other endpoints and Anthropic return is
   * unverified.
   */
  public static SandboxReply blocked() {
    return of(Kind.BLOCKED, "", "");
  }

  /** A blocked prompt with this reason. */
  public static SandboxReply blocked(String reason) {
    return of(Kind.BLOCKED, "", reason);
  }

  /** A body with status "failed" on a line of success. OpenAI's Responses only. */
  public static SandboxReply failed(String code, String message) {
    return of(Kind.FAILED, message, code);
  }

  /** One vector per input; the last one is repeated for further inputs. */
  public static SandboxReply embeddings(float[]... vectors) {
    if (vectors.length == 0) throw new IllegalArgumentException("At least one vector is needed");
    List<float[]> copies = List.of(vectors).stream().map(float[]::clone).toList();
    return new SandboxReply(Kind.EMBEDDINGS, "", "", 200, copies);
  }

  /**
   * A request error.
   *
   * @param status the HTTP status of the line; at Gemini the error's code, which is a google.rpc
   *     code if below 100
   * @param code the provider's error code: {@code details.error_code} at Anthropic, {@code code} at
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

  /** The kind. */
  public Kind kind() {
    return kind;
  }

  /** The text, the refusal, the arguments, the message or the body; "" if there is none. */
  public String text() {
    return text;
  }

  /** The finish reason, the error code or the tool's name; "" for the usual one. */
  public String code() {
    return code;
  }

  /** The code, or this one if there is none. */
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

  /** Names the kind and omits the content. */
  @Override
  public String toString() {
    return "SandboxReply[" + kind + "]";
  }
}
