package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.anthropic.Anthropic;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Switches over results need no default, by kind in Java 17 and by type in Java 21. */
class ResultSwitchTest {
  private static final String LINES =
"""
{"custom_id":"a","result":{"type":"succeeded","message":{"content":[{"type":"text","text":"x"}]}}}
{"custom_id":"b","result":{"type":"errored","error":{"error":{"type":"api_error","message":"m"}}}}
{"custom_id":"c","result":{"type":"canceled"}}
{"custom_id":"d","result":{"type":"expired"}}
{"custom_id":"e","result":{"type":"other"}}
""";

  /** Its switches lack a default, and so compile only if they are exhaustive. */
  private static final String PATTERNS =
      """
      import io.batchwright.BatchResult;

      class Patterns {
        static String of(BatchResult result) {
          return switch (result) {
            case BatchResult.Succeeded ok -> ok.text();
            case BatchResult.Errored failed -> failed.error().message();
            case BatchResult.Cancelled cancelled -> "cancelled";
            case BatchResult.Expired expired -> "expired";
            %s
          };
        }
      }
      """;

  private static final String LAST = "case BatchResult.Unreadable bad -> bad.error().message();";

  @TempDir private Path folder;

  private static String byKind(BatchResult result) {
    return switch (result.kind()) {
      case SUCCEEDED -> result.succeeded().orElseThrow().text();
      case ERRORED -> "error";
      case CANCELLED -> "cancelled";
      case EXPIRED -> "expired";
      case UNREADABLE -> "unreadable";
    };
  }

  @Test
  void aSwitchOverKindsNeedsNoDefault() {
    List<String> words = new ArrayList<>();
    byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
    try (BatchResults results =
        Anthropic.readResults(new ByteArrayInputStream(lines), ResultsOptions.defaults())) {
      for (BatchResult result : results) {
        words.add(byKind(result));
      }
    }
    assertThat(words).containsExactly("x", "error", "cancelled", "expired", "unreadable");
  }

  @Test
  void aSwitchOverTypesNeedsNoDefault() {
    assertThat(compile(PATTERNS.formatted(LAST))).isEmpty();
    assertThat(compile(PATTERNS.formatted(""))).contains("does not cover all possible input");
  }

  /** Returns the compiler's errors. These switches are a preview in Java 17. */
  private String compile(String source) {
    boolean preview = Runtime.version().feature() < 21;
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-Xlint:-preview", "-d", folder.toString()));
    options.addAll(
        preview
            ? List.of("--enable-preview", "--release", String.valueOf(Runtime.version().feature()))
            : List.of("--release", "21"));
    StringWriter objections = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///Patterns.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(objections, null, null, options, null, List.of(file))
            .call();
    return compiled ? "" : objections.toString();
  }
}
