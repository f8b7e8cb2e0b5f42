package io.batchwright.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine of the measurements.
 *
 * @param processor the processor's name
 * @param cores the number of cores
 * @param memoryBytes the size of the memory
 * @param jdk the JDK
 * @param system the operating system
 * @param load the load average of the minute before the start; above zero the machine was not idle
 * @param libraries the jars of what is compared, whose names include their versions
 */
record Machine(
    String processor,
    int cores,
    long memoryBytes,
    String jdk,
    String system,
    String load,
    List<String> libraries) {
  static Machine here() throws IOException {
    String memory = line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
    return new Machine(
        line(Path.of("/proc/cpuinfo"), "model name").replaceFirst("^.*: ", ""),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(memory) * 1024,
        System.getProperty("java.vm.name", "") + " " + Runtime.version(),
        System.getProperty("os.name", ""),
        Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
        compared());
  }

  private static String line(Path file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(key)).findFirst().orElse(key + ": 0");
    }
  }

  private static List<String> compared() {
    String path = System.getProperty("java.class.path", "");
    return Stream.of(path.split(":", -1))
        .map(jar -> String.valueOf(Path.of(jar).getFileName()))
        .filter(
            jar ->
                jar.matches(
                    "(anthropic-java|openai-java|google-genai|zai-sdk|okhttp|gson|jackson-databind|fastjson2|batchwright)-[0-9].*"))
        .map(jar -> jar.replaceFirst("\\.jar$", ""))
        .toList();
  }
}
