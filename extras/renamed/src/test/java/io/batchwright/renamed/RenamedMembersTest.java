package io.batchwright.renamed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A member that is renamed in a spec is an error of the compiler in the adapter that reads it: to
 * change a spec, follow the compiler.
 */
@Tag("slow")
class RenamedMembersTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..");
  private static final Path ADAPTERS = ROOT.resolve("wrapper/src/main/java/io/batchwright");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "anthropic, MessageBatch, processing_status, anthropic, AnthropicStatus",
    "gemini, BatchMetadata, state, gemini, GeminiStatus",
    "openai, Batch, status, internal/openai, DialectStatus",
    "moonshot, CreateBatchParams, endpoint, moonshot, Moonshot",
    "zhipu, CreateBatchParams, endpoint, zhipu, Zhipu"
  })
  void theAdapterNoLongerCompiles(
      String provider, String schema, String member, String adapter, String reader)
      throws IOException {
    Path specs = Files.createDirectories(folder.resolve("specs"));
    try (Stream<Path> files = Files.list(ROOT.resolve("specs"))) {
      for (Path file : files.toList()) {
        Files.copy(file, specs.resolve(file.getFileName()));
      }
    }
    assertThat(errors(provider, specs, adapter)).isEmpty();

    Path spec = specs.resolve(provider + ".yaml");
    String before = Files.readString(spec);
    String after =
        before.replaceFirst(
            "(?s)(\n    " + schema + ":\n.*?\n        )" + member + ":\n", "$1renamed:\n");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(spec, after);
    assertThat(errors(provider, specs, adapter))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith(reader + ".java: cannot find symbol"));
  }

  /** Generates the client, and compiles it together with the adapter. */
  private List<String> errors(String provider, Path specs, String adapter) throws IOException {
    Path generated = Files.createTempDirectory(folder, "generated");
    Generation.of(ROOT.resolve("generated")).run(provider, specs, generated);
    List<Path> sources;
    try (Stream<Path> client = Files.walk(generated.resolve("src/main/java"));
        Stream<Path> users = Files.list(ADAPTERS.resolve(adapter))) {
      sources =
          Stream.concat(client, users).filter(file -> file.toString().endsWith(".java")).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  found,
                  List.of("-proc:none", "-nowarn", "-d", generated.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      List<String> errors =
          found.getDiagnostics().stream()
              .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
              .map(RenamedMembersTest::line)
              .toList();
      assertThat(compiled).isEqualTo(errors.isEmpty());
      return errors;
    }
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String text = error.getMessage(null).lines().findFirst().orElse("");
    JavaFileObject source = error.getSource();
    return (source == null ? "" : Path.of(source.toUri()).getFileName()) + ": " + text;
  }
}
