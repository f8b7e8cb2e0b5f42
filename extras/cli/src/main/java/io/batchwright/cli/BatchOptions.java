package io.batchwright.cli;

import io.batchwright.SubmitOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the provider receives about a batch besides its requests. */
final class BatchOptions {
  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "A name for people, where the provider keeps one.")
  private @Nullable String label;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model of all requests, where their bodies do not name it.")
  private @Nullable String model;

  @Option(
      names = "--endpoint",
      paramLabel = "PATH",
      description = "The provider's endpoint that the requests are for, such as /v1/embeddings.")
  private @Nullable String endpoint;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long the provider may take, such as 24h or 7d.")
  private @Nullable Duration window;

  @Option(
      names = "--metadata",
      paramLabel = "KEY=VALUE",
      description = "A pair that the provider keeps with the batch; may be repeated.")
  private Map<String, String> metadata = new LinkedHashMap<>();

  SubmitOptions submitOptions() {
    return SubmitOptions.none()
        .withLabel(label)
        .withMetadata(metadata)
        .withModel(model)
        .withEndpoint(endpoint)
        .withCompletionWindow(window);
  }

  /** Returns the same options as words of a command line. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    add(words, "--label", label);
    add(words, "--model", model);
    add(words, "--endpoint", endpoint);
    if (window != null) {
      words.addAll(List.of("--window", DurationConverter.text(window)));
    }
    metadata.forEach((key, value) -> words.addAll(List.of("--metadata", key + "=" + value)));
    return words;
  }

  private static void add(List<String> words, String option, @Nullable String value) {
    if (value != null) {
      words.addAll(List.of(option, value));
    }
  }
}
