package io.batchwright.benchmarks.read;

import java.util.Map;
import java.util.function.Supplier;

/** Every way to read results, by its name. */
public final class Readers {
  private static final Map<String, Supplier<ResultReader>> BY_NAME =
      Map.ofEntries(
          Map.entry("socket", SocketReader::new),
          Map.entry("drain", DrainReader::new),
          Map.entry("ours-ids", () -> new OursReader(OursReader.Depth.IDS)),
          Map.entry("ours-text", () -> new OursReader(OursReader.Depth.TEXT)),
          Map.entry("ours-usage", () -> new OursReader(OursReader.Depth.USAGE)),
          Map.entry("ours-typed", () -> new OursReader(OursReader.Depth.TYPED)),
          Map.entry("gson", GsonReader::new),
          Map.entry("jackson-pojo", () -> new PojoReader(new JacksonDecoder())),
          Map.entry("fastjson2-pojo", () -> new PojoReader(new FastjsonDecoder())),
          Map.entry("anthropic-java", AnthropicSdkReader::new),
          Map.entry("openai-java-tree", () -> new OpenAiSdkReader(false)),
          Map.entry("openai-java-typed", () -> new OpenAiSdkReader(true)),
          Map.entry("google-genai", GenaiReader::new),
          Map.entry("zai-sdk", ZaiReader::new));

  private Readers() {}

  /** Makes a reader. */
  public static ResultReader of(String name) {
    Supplier<ResultReader> maker = BY_NAME.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("No reader " + name);
    }
    return maker.get();
  }
}
