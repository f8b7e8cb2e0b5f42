package io.batchwright.internal.requests;

import com.google.gson.JsonPrimitive;
import io.batchwright.internal.json.JsonCursor;
import io.batchwright.internal.json.JsonFault;
import io.batchwright.internal.lines.Newlines;
import io.batchwright.internal.requests.Finding.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request of an input, as it was parsed.
 *
 * @param number its line, or its position in a sequence, from 1
 * @param customId its custom id, or null if it has none that is usable
 * @param body its body as JSON, which may be overwritten once the next line is read
 * @param model the model in the body, or null
 * @param inputs how many inputs the body has, where they are counted
 * @param findings what is wrong with it
 */
record RequestLine(
    long number,
    @Nullable String customId,
    Slice body,
    @Nullable String model,
    long inputs,
    List<Finding> findings) {
  private static final Slice NO_BODY = Slice.of("");

  static RequestLine bad(long number, @Nullable String customId, Finding... findings) {
    return new RequestLine(number, customId, NO_BODY, null, 0, List.of(findings));
  }

  static RequestLine bad(long number, @Nullable String customId, String problem) {
    return bad(number, customId, new Finding(Kind.LINE, problem));
  }

  /** Returns whether a finding keeps it from being sent. */
  boolean refused() {
    return findings.stream().anyMatch(finding -> finding.kind() != Kind.WARNING);
  }

  /** Returns the custom id as a JSON string. */
  Slice quotedId() {
    String id = String.valueOf(customId);
    boolean plain = id.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
    return Slice.of(plain ? '"' + id + '"' : new JsonPrimitive(id).toString());
  }

  /** Returns this line with its model removed from the body, and named as in the path. */
  RequestLine withModelInPath(UnaryOperator<String> bare) throws JsonFault {
    return model == null
        ? this
        : new RequestLine(
            number, customId, body.without("model"), bare.apply(model), inputs, findings);
  }

  /**
   * A part of an array.
   *
   * @param bytes the array
   * @param offset where the part begins
   * @param length how many bytes it has
   */
  @SuppressWarnings("ArrayRecordComponent") // a view that is passed on at once, never compared
  record Slice(byte[] bytes, int offset, int length) {
    static Slice of(String text) {
      return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Slice of(byte[] bytes) {
      return new Slice(bytes, 0, bytes.length);
    }

    int end() {
      return offset + length;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(bytes, offset, length);
    }

    /**
     * Replaces line breaks by blanks, in the array itself: some providers read requests as lines,
     * and in strict JSON a line break is only ever white space.
     */
    void flatten() {
      for (int at = offset; (at = Newlines.indexOfBreak(bytes, at, end())) >= 0; ) {
        bytes[at] = ' ';
      }
    }

    /**
     * Removes all members of this name from the object that the slice holds, in the array itself;
     * white space between the others goes too.
     */
    Slice without(String name) throws JsonFault {
      JsonCursor json = new JsonCursor().over(bytes, offset, end());
      json.enterObject();
      int begin = json.at();
      int kept = begin;
      while (json.nextMember()) {
        int from = json.nameAt();
        boolean removed = json.isNamed(name);
        json.skip();
        if (!removed) {
          if (kept > begin) {
            bytes[kept++] = ',';
          }
          int size = json.at() - from;
          System.arraycopy(bytes, from, bytes, kept, size);
          kept += size;
        }
      }
      bytes[kept] = '}';
      return new Slice(bytes, begin - 1, kept + 2 - begin);
    }
  }
}
