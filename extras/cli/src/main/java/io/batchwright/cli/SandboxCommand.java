package io.batchwright.cli;

import com.google.gson.JsonObject;
import io.batchwright.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sandbox",
    header = "Serve the providers' protocols on this machine, with made-up responses.",
    description = {
      "Prints a base URL for each provider and serves until it is interrupted.",
      "Any key that is not empty works."
    },
    footer = {
      "%nExamples:",
      "  batchwright sandbox --port 8089 --seconds-per-batch 5",
      "  ANTHROPIC_API_KEY=any batchwright run requests.jsonl --provider anthropic "
          + "--base-url http://127.0.0.1:8089/anthropic --out results.jsonl"
    })
final class SandboxCommand extends Subcommand {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port on 127.0.0.1 (default: any free one).")
  private int port;

  @Option(
      names = "--seconds-per-batch",
      paramLabel = "S",
      defaultValue = "2",
      description = "How long a batch takes (default: 2).")
  private double seconds;

  SandboxCommand(World world) {
    super(world);
  }

  @Override
  int run() throws InterruptedException {
    if (port < 0 || port > 65_535 || !(seconds >= 0 && seconds <= 1_000_000)) {
      throw CommandFailure.usage("--port is 0 to 65535, --seconds-per-batch 0 to 1000000");
    }
    Duration batchTime = Duration.ofMillis(Math.round(seconds * 1000));
    try (Sandbox sandbox = start(batchTime)) {
      answer(json(sandbox), text(sandbox));
      world.err().println("Serving made-up responses until interrupted; any key works.");
      new CountDownLatch(1).await();
    }
    return Exit.ALL_SUCCEEDED;
  }

  private Sandbox start(Duration batchTime) {
    try {
      return Sandbox.builder().port(port).batchTime(batchTime).start();
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.USAGE, "Port " + port + ": " + FileProblem.of(e), e);
    }
  }

  private static JsonObject json(Sandbox sandbox) {
    JsonObject object = new JsonObject();
    object.addProperty("port", sandbox.port());
    JsonObject urls = new JsonObject();
    for (Provider provider : Provider.values()) {
      urls.addProperty(provider.toString(), provider.sandboxUrl(sandbox));
    }
    object.add("base_urls", urls);
    return object;
  }

  private static String text(Sandbox sandbox) {
    StringBuilder text = new StringBuilder();
    for (Provider provider : Provider.values()) {
      text.append(text.isEmpty() ? "" : System.lineSeparator());
      text.append(provider).append(' ').append(provider.sandboxUrl(sandbox));
    }
    return text.toString();
  }
}
