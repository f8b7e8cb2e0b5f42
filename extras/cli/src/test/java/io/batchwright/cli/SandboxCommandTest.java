package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void servesUntilInterrupted() throws IOException, InterruptedException {
    PipedInputStream piped = new PipedInputStream();
    World world = Cli.world(Map.of(), new PipedOutputStream(piped), new ByteArrayOutputStream());
    int[] code = new int[1];
    Thread server =
        new Thread(
            () ->
                code[0] =
                    Batchwright.commandLine(world)
                        .execute("sandbox", "--seconds-per-batch", "0", "--json"));
    server.start();
    String line =
        new BufferedReader(new InputStreamReader(piped, StandardCharsets.UTF_8)).readLine();
    JsonObject urls = JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("base_urls");
    Path input = Files.writeString(folder.resolve("in.jsonl"), Cli.request("one"));
    Run run =
        Cli.run(
            Cli.WITH_KEY,
            "run",
            input.toString(),
            "--provider",
            "anthropic",
            "--base-url",
            urls.get("anthropic").getAsString(),
            "--out",
            folder.resolve("out.jsonl").toString());
    server.interrupt();
    server.join();

    assertThat(run.code()).isEqualTo(0);
    assertThat(folder.resolve("out.jsonl")).isNotEmptyFile();
    assertThat(code[0]).isEqualTo(130);
  }

  @Test
  void saysThatThePortIsTaken() {
    try (Sandbox other = Sandbox.start()) {
      Run run = Cli.run(Map.of(), "sandbox", "--port", String.valueOf(other.port()));

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("Port " + other.port() + ": ");
    }
  }

  @Test
  void refusesFiguresOutOfRange() {
    assertThat(Cli.run(Map.of(), "sandbox", "--port", "70000").code()).isEqualTo(2);
    assertThat(Cli.run(Map.of(), "sandbox", "--seconds-per-batch", "-1").code()).isEqualTo(2);
  }
}
