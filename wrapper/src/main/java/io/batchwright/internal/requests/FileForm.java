package io.batchwright.internal.requests;

import io.batchwright.internal.lines.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms of files and lines that are mistaken for requests. */
final class FileForm {
  private static final int HEAD = 64;
  private static final String ARRAY =
      "The file is a JSON array; write each request on a line of its own, without brackets and"
          + " commas";

  private static final List<Form> FORMS =
      List.of(
          new Form("OpenAI", Set.of("custom_id", "method", "url", "body")),
          new Form("Anthropic", Set.of("custom_id", "params")),
          new Form("Gemini", Set.of("key", "request")),
          new Form("Amazon Bedrock", Set.of("modelInput")));

  private static final List<Set<String>> RESULTS =
      List.of(
          Set.of("custom_id", "result"),
          Set.of("custom_id", "response"),
          Set.of("key", "response"));

  private static final List<String> BODIES = List.of("messages", "contents");

  private record Form(String owner, Set<String> members) {}

  private FileForm() {}

  /** Returns what is wrong with a file whose first line is this one, or null. */
  static @Nullable String problem(Line line) {
    byte[] firstLine = line.bytes();
    if (begins(firstLine, 0x1f, 0x8b)) {
      return "The file is compressed with gzip; decompress it first";
    }
    boolean zero = firstLine.length > 1 && (firstLine[0] == 0 || firstLine[1] == 0);
    if (zero || begins(firstLine, 0xff, 0xfe) || begins(firstLine, 0xfe, 0xff)) {
      return "The file is in UTF-16; save it as UTF-8";
    }
    String head = text(firstLine, 0, Math.min(HEAD, firstLine.length));
    String tail = text(firstLine, Math.max(0, firstLine.length - HEAD), firstLine.length);
    if (head.startsWith("[")) {
      return ARRAY;
    }
    if (head.equals("{")) {
      return "The file has JSON objects over several lines; write each request on a line of its"
          + " own";
    }
    if (line.whole() && tail.endsWith("},")) {
      return "The lines end with commas; write each request on a line of its own, without a comma";
    }
    return null;
  }

  private static boolean begins(byte[] line, int first, int second) {
    return line.length > 1 && (line[0] & 0xff) == first && (line[1] & 0xff) == second;
  }

  private static String text(byte[] line, int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }

  /** Returns what a line with these members is, if it is known and no request here; else null. */
  static @Nullable String problem(Set<String> members) {
    String cure = "write it as {\"custom_id\":…,\"body\":{…}}";
    for (Form form : FORMS) {
      if (members.containsAll(form.members())) {
        return "The line is in the form of "
            + form.owner()
            + "; "
            + cure
            + ", with a body of this provider's own API";
      }
    }
    if (RESULTS.stream().anyMatch(members::containsAll)) {
      return "The line is a result, not a request";
    }
    boolean body = BODIES.stream().anyMatch(members::contains);
    return body ? "The line is a body without a custom id; " + cure : null;
  }
}
