package io.batchwright.internal.requests;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request of an input, checked for its shape.
 *
 * @param number its line, or its place in a sequence, from 1
 * @param customId its id, or null if it has none that is usable
 * @param body its body as JSON; empty if there is a problem
 * @param model the model that the body names, or null
 * @param problem what is wrong with its shape, or null
 * @param sendable whether its line can be sent as it stands
 */
record RequestLine(
    long number,
    @Nullable String customId,
    Slice body,
    @Nullable String model,
    @Nullable String problem,
    boolean sendable) {
  private static final Slice NOTHING = new Slice(new byte[0], 0, 0);

  /**
   * Gives the same with the model taken out of the body, and without what stands before its name.
   */
  RequestLine modelApart(String prefix) {
    if (model == null || problem != null) {
      return this;
    }
    Slice rest = MemberRemoval.without(body, "model");
    return new RequestLine(number, customId, rest, bare(model, prefix), null, false);
  }

  /** Gives a model's name without what may stand before it. */
  static String bare(String model, String prefix) {
    return model.startsWith(prefix) ? model.substring(prefix.length()) : model;
  }

  static RequestLine bad(long number, @Nullable String customId, String problem) {
    return new RequestLine(number, customId, NOTHING, null, problem, false);
  }

  /**
   * Some bytes of an array, which may be used again once the next line is read.
   *
   * @param bytes the array
   * @param offset where they begin
   * @param length how many they are
   */
  @SuppressWarnings("ArrayRecordComponent") // a view that is passed on at once, never compared
  record Slice(byte[] bytes, int offset, int length) {
    int end() {
      return offset + length;
    }

    static Slice of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Slice(bytes, 0, bytes.length);
    }
  }
}
