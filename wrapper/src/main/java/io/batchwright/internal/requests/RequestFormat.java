package io.batchwright.internal.requests;

import io.batchwright.BodyMapper;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one batch, as they are read and as they are sent.
 *
 * @param lines the kinds of input line that are understood, the library's own first
 * @param rules what is known about bodies
 * @param mapper encodes what only a mapper can in bodies that are objects, or null
 * @param pathModel how the model moves to the path; null to leave bodies unchanged
 * @param frame what surrounds the requests where they are sent
 */
public record RequestFormat(
    List<LineKind> lines,
    BodyRules rules,
    @Nullable BodyMapper mapper,
    @Nullable PathModel pathModel,
    Frame frame) {
  /** The library's own kind of line, the same for every provider. */
  public static final LineKind OWN = new LineKind("custom_id", "body", Map.of());

  /** Returns the same requests in another frame. */
  RequestFormat in(Frame other) {
    return new RequestFormat(lines, rules, mapper, pathModel, other);
  }

  /**
   * A kind of input line.
   *
   * @param id the member that holds the custom id
   * @param body the member that holds the body
   * @param requiredValues further members that a line may have, each with the only value allowed
   */
  public record LineKind(String id, String body, Map<String, String> requiredValues) {}

  /**
   * A model that moves from the bodies to the path.
   *
   * @param given the model in the options, as in the path, or null
   * @param bare strips the prefix from a body's {@code model}
   */
  public record PathModel(@Nullable String given, UnaryOperator<String> bare) {}

  /**
   * What surrounds requests.
   *
   * @param head precedes the custom id of the first request, which is written as a JSON string
   * @param beforeBody separates a custom id from its body
   * @param between separates a body from the next custom id
   * @param tail follows the last body
   */
  public record Frame(String head, String beforeBody, String between, String tail) {
    /** Returns the length in bytes around so many requests. */
    long length(long requests) {
      return Slice.of(head + tail).length()
          + requests * Slice.of(beforeBody + between).length()
          - Slice.of(between).length();
    }
  }
}
