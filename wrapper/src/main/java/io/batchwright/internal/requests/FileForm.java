package io.batchwright.internal.requests;

import io.batchwright.internal.lines.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms of files and lines that are mistaken for requests. */
final class FileForm {
  private static final int PART = 64;
  private static final String CURE = "write it as {\"custom_id\":…,\"body\":{…}}";
  private static final String EACH = "; write each request on a line of its own";
  private static final String RESULT = "The line is a result, not a request";
  private static final String BODY = "The line is a body without a custom id; " + CURE;

  /** A pattern of how the first line begins and ends, with a line feed in between. */
  private record Ends(String pattern, String problem) {}

  private record Members(Set<String> names, String problem) {}

  private static final List<Ends> FILES =
      List.of(
          new Ends("\u001f\u008b.*", "The file is compressed with gzip; decompress it first"),
          new Ends("(\u00ff\u00fe|\u00fe\u00ff|.?\0).*", "The file is in UTF-16; save it as UTF-8"),
          new Ends(
              "\\s*\\[.*", "The file is a JSON array" + EACH + ", without brackets and commas"),
          new Ends("\\s*\\{\\s*\n.*", "The file has JSON objects over several lines" + EACH),
          new Ends(".*},\\s*", "The lines end with commas" + EACH + ", without a comma"));

  private static final List<Members> LINES =
      List.of(
          of("OpenAI", "custom_id", "method", "url", "body"),
          of("Anthropic", "custom_id", "params"),
          of("Gemini", "key", "request"),
          of("Amazon Bedrock", "modelInput"),
          new Members(Set.of("custom_id", "result"), RESULT),
          new Members(Set.of("custom_id", "response"), RESULT),
          new Members(Set.of("key", "response"), RESULT),
          new Members(Set.of("messages"), BODY),
          new Members(Set.of("contents"), BODY));

  private FileForm() {}

  private static Members of(String owner, String... names) {
    String form = "The line is in the form of " + owner + "; ";
    return new Members(Set.of(names), form + CURE + ", with a body of this provider's own API");
  }

  /** Returns what is wrong with a file whose first line is this one, or null. */
  static @Nullable String problem(Line line) {
    byte[] bytes = line.bytes();
    int part = Math.min(PART, bytes.length);
    String head = new String(bytes, 0, part, StandardCharsets.ISO_8859_1);
    String tail = new String(bytes, bytes.length - part, part, StandardCharsets.ISO_8859_1);
    for (Ends form : FILES) {
      if ((head + '\n' + (line.whole() ? tail : "…")).matches("(?s)" + form.pattern())) {
        return form.problem();
      }
    }
    return null;
  }

  /** Returns what a line with these members is, if it is known and no request here; else null. */
  static @Nullable String problem(Set<String> members) {
    for (Members form : LINES) {
      if (members.containsAll(form.names())) {
        return form.problem();
      }
    }
    return null;
  }
}
