package io.batchwright.benchmarks.read;

/** Every reader by name; loads only the classes of the requested one. */
public final class Readers {
  private Readers() {}

  /** Creates a reader. */
  public static ResultReader of(String name) {
    return switch (name) {
      case "socket" -> new SocketReader();
      case "drain" -> new DrainReader();
      case "ours-ids" -> new OursReader(OursReader.Depth.IDS);
      case "ours-text" -> new OursReader(OursReader.Depth.TEXT);
      case "ours-usage" -> new OursReader(OursReader.Depth.USAGE);
      case "ours-typed" -> new OursReader(OursReader.Depth.TYPED);
      case "gson" -> new GsonReader();
      case "jackson-pojo" -> new PojoReader(new JacksonDecoder());
      case "fastjson2-pojo" -> new PojoReader(new FastjsonDecoder());
      case "anthropic-java" -> new AnthropicSdkReader();
      case "openai-java-tree" -> new OpenAiSdkReader(false);
      case "openai-java-typed" -> new OpenAiSdkReader(true);
      case "google-genai" -> new GenaiReader();
      case "zai-sdk" -> new ZaiReader();
      default -> throw new IllegalArgumentException("No reader " + name);
    };
  }
}
