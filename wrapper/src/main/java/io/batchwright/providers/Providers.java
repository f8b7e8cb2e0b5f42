package io.batchwright.providers;

import com.google.errorprone.annotations.MustBeClosed;
import io.batchwright.BatchResults;
import io.batchwright.ResultsOptions;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Every provider by the short name that refs begin with, for code whose provider is configured:
 *
 * <pre>{@code
 * BatchRef ref = BatchRef.parse(text);
 * BatchClient client = Providers.builder(ref.provider()).fromEnv().build();
 * }</pre>
 */
public final class Providers {
  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

  static {
    ENTRIES.put("anthropic", new Entry(Anthropic::builder, Anthropic::readResults));
    ENTRIES.put("gemini", new Entry(Gemini::builder, Gemini::readResults));
    ENTRIES.put("openai", new Entry(OpenAi::builder, OpenAi::readResults));
    ENTRIES.put("moonshot", new Entry(Moonshot::builder, Moonshot::readResults));
    ENTRIES.put("zhipu", new Entry(Zhipu::builder, Zhipu::readResults));
  }

  private record Entry(
      Supplier<ClientBuilder<?>> builder,
      BiFunction<InputStream, ResultsOptions, BatchResults> results) {}

  private Providers() {}

  /** Returns the names of all providers. */
  public static List<String> names() {
    return List.copyOf(ENTRIES.keySet());
  }

  /**
   * Returns a builder of clients of a provider.
   *
   * @throws IllegalArgumentException if there is no provider of this name; the message lists the
   *     names
   */
  public static ClientBuilder<?> builder(String name) {
    return entry(name).builder.get();
  }

  /**
   * Reads results of a provider that {@link BatchResults#saveTo} wrote, or another program; needs
   * no key.
   *
   * <pre>{@code
   * try (BatchResults results = Providers.readResults("anthropic", file)) {
   *   results.forEach(result -> System.out.println(result.customId()));
   * }
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no provider of this name
   * @throws java.io.UncheckedIOException if the file cannot be read, now or later
   */
  @MustBeClosed
  public static BatchResults readResults(String name, Path file) {
    try {
      return readResults(name, Files.newInputStream(file), ResultsOptions.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads results as {@link #readResults(String, Path)} does, from a stream that it closes. */
  @MustBeClosed
  public static BatchResults readResults(String name, InputStream in, ResultsOptions options) {
    return entry(name).results.apply(in, options);
  }

  private static Entry entry(String name) {
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "There is no provider of that name; known: " + String.join(", ", names()));
    }
    return entry;
  }
}
