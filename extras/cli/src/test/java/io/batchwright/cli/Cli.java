package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs commands in this process, against a sandbox whose batches take no real time. */
final class Cli implements AutoCloseable {
  static final String KEY = "sk-marker-of-a-key";
  static final Map<String, String> WITH_KEY =
      Map.of(
          "ANTHROPIC_API_KEY", KEY,
          "GEMINI_API_KEY", KEY,
          "OPENAI_API_KEY", KEY,
          "MOONSHOT_API_KEY", KEY,
          "ZHIPUAI_API_KEY", KEY);

  final SteppedTime time = new SteppedTime();
  final Sandbox sandbox = Sandbox.builder().time(time).batchTime(Duration.ofSeconds(2)).start();
  private final Path folder;

  Cli(Path folder) {
    this.folder = folder;
    time.run();
  }

  /**
   * What a command left behind.
   *
   * @param code its exit code
   * @param out its stdout
   * @param err its stderr
   */
  record Run(int code, String out, String err) {
    JsonObject json() {
      assertThat(out.lines()).hasSize(1);
      return JsonParser.parseString(out).getAsJsonObject();
    }

    String ref() {
      return out.strip();
    }
  }

  ProviderControl anthropic() {
    return sandbox.anthropic();
  }

  /** Runs with a key in the environment, against the sandbox's Anthropic. */
  Run run(String... args) {
    return at(Provider.ANTHROPIC, args);
  }

  /** Runs with a key in the environment, against a provider in the sandbox. */
  Run at(Provider provider, String... args) {
    return run(WITH_KEY, join(args, "--base-url", provider.sandboxUrl(sandbox)));
  }

  static String[] join(String[] args, String... more) {
    return Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new);
  }

  static Run run(Map<String, String> env, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Batchwright.commandLine(world(env, out, err)).execute(args);
    Run run =
        new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    CommandRecord.add(args, run);
    assertThat(run.out + run.err).doesNotContain(KEY).doesNotContain("\tat ");
    return run;
  }

  static World world(Map<String, String> env, OutputStream out, OutputStream err) {
    return new World(env::get, stream(out), stream(err), 0, "batchwright", Cli::fastSandbox);
  }

  private static Sandbox fastSandbox() {
    return Sandbox.builder().batchTime(Duration.ZERO).start();
  }

  static PrintStream stream(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  /** Gives the file of the example questions in a provider's form. */
  static String questions(Provider provider) {
    String name = provider == Provider.ANTHROPIC ? "" : "-" + provider;
    return Path.of("..", "examples", "data", "questions" + name + ".jsonl").toString();
  }

  /** Writes an input of these requests. */
  String input(String... customIds) {
    return inputLines(Stream.of(customIds).map(Cli::request).toArray(String[]::new));
  }

  static String request(String customId) {
    return "{\"custom_id\":\"%s\",\"body\":{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,"
            .formatted(customId)
        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}}";
  }

  String inputLines(String... lines) {
    try {
      return Files.write(folder.resolve("input.jsonl"), List.of(lines)).toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path out() {
    return folder.resolve("results.jsonl");
  }

  private static String customId(JsonObject line) {
    return line.get("custom_id").isJsonNull() ? "" : line.get("custom_id").getAsString();
  }

  /** Reads the lines of the results, by custom id, which is "" if there is none. */
  Map<String, JsonObject> results() throws IOException {
    return Files.readAllLines(out()).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .collect(Collectors.toMap(Cli::customId, line -> line));
  }

  /** Gives the line of one request. */
  JsonObject result(String customId) throws IOException {
    return Objects.requireNonNull(results().get(customId));
  }

  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
