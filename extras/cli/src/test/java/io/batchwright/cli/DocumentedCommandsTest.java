package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.cli.Cli.Run;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command lines that README and docs/cli.md show, in their order, in one folder. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern COMMAND =
      Pattern.compile("^\\$ ((?:[A-Z_]+=\\S+ )*(?:\\./)?batchwright .*)$", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\"\\$\\(cat ([^)]+)\\)\"|(\\S+)");

  @TempDir private Path folder = Path.of("");
  private Cli cli;
  private Thread server = new Thread();

  @BeforeEach
  void start() throws IOException {
    cli = new Cli(folder);
    List<String> questions = Files.readAllLines(Path.of(Cli.questions(Provider.OPENAI)));
    Files.write(folder.resolve("requests-openai.jsonl"), questions.subList(0, 2));
    Files.write(folder.resolve("requests.jsonl"), List.of(Cli.request("a"), Cli.request("b")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    server.interrupt();
    server.join();
    cli.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/cli.md"})
  void everyCommandLineRuns(String page) throws IOException {
    String port = String.valueOf(freePort());
    List<MatchResult> commands =
        COMMAND.matcher(Files.readString(ROOT.resolve(page))).results().toList();

    assertThat(commands).hasSizeGreaterThan(4);
    for (MatchResult command : commands) {
      run(command.group(1).replace("8089", port));
    }
  }

  private void run(String line) throws IOException {
    Map<String, String> env = new HashMap<>(Cli.WITH_KEY);
    List<String> args = new ArrayList<>();
    Path stdout = null;
    for (MatchResult word : WORD.matcher(line).results().toList()) {
      String text = word.group(2);
      if (text == null) {
        args.add(Files.readString(folder.resolve(word.group(1))).strip());
      } else if (args.isEmpty() && text.contains("=")) {
        env.put(text.replaceFirst("=.*", ""), text.replaceFirst(".*=", ""));
      } else if (!args.isEmpty() && args.get(args.size() - 1).equals(">")) {
        args.remove(args.size() - 1);
        stdout = folder.resolve(text);
      } else {
        args.add(text.endsWith(".jsonl") ? path(text).toString() : text);
      }
    }
    args.remove(0); // the name of the command
    if (args.get(0).equals("sandbox")) {
      serve(args);
      return;
    }
    Run run = Cli.run(env, withBaseUrl(args).toArray(String[]::new));
    assertThat(run.code()).as(line + "\n" + run.err()).isZero();
    if (stdout != null) {
      Files.writeString(stdout, run.out());
    }
  }

  private Path path(String name) {
    return name.contains("/") ? ROOT.resolve(name) : folder.resolve(name);
  }

  /** Adds the address of the test's sandbox to a command that would call a provider. */
  private List<String> withBaseUrl(List<String> args) {
    String command = args.get(0);
    boolean callsNone = command.equals("validate") || command.equals("providers");
    if (callsNone || args.contains("--sandbox") || args.contains("--base-url")) {
      return args;
    }
    int named = args.indexOf("--provider");
    String provider = named < 0 ? args.get(1).replaceFirst(":.*", "") : args.get(named + 1);
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of("--base-url", Provider.named(provider).sandboxUrl(cli.sandbox)));
    return all;
  }

  private void serve(List<String> args) throws IOException {
    PipedInputStream piped = new PipedInputStream();
    World world = Cli.world(Map.of(), new PipedOutputStream(piped), new ByteArrayOutputStream());
    server = new Thread(() -> Batchwright.commandLine(world).execute(args.toArray(String[]::new)));
    server.start();
    BufferedReader lines = new BufferedReader(new InputStreamReader(piped, StandardCharsets.UTF_8));
    assertThat(lines.readLine()).startsWith("anthropic http://127.0.0.1:");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void everyCommandAndExitCodeIsExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/cli.md"));

    assertThat(Exit.help().keySet()).allMatch(code -> page.contains("\n| " + code + " | "));
    assertThat(
            Batchwright.commandLine(Cli.world(Map.of(), System.out, System.err)).getSubcommands())
        .isNotEmpty()
        .allSatisfy((name, command) -> assertThat(page).contains("\n| `" + name));
  }
}
