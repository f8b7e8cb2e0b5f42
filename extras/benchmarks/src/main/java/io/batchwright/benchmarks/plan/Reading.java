package io.batchwright.benchmarks.plan;

import io.batchwright.benchmarks.data.Dialect;
import io.batchwright.benchmarks.data.ResultsFile;
import java.util.List;

/** Scenarios that read, and the names of the readers. */
final class Reading {
  private static final int WARMUPS = 3;

  private Reading() {}

  /** The vendor's own SDK for a dialect, in each way it can be used. */
  static List<String> sdks(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> List.of("anthropic-java");
      case OPENAI -> List.of("openai-java-tree", "openai-java-typed");
      case GEMINI -> List.of("google-genai");
      case ZHIPU -> List.of("zai-sdk");
    };
  }

  static Scenario of(String id, String reader, ResultsFile file, Scenario.Reads reads) {
    return Scenario.of(
            id,
            "read",
            "reader=" + reader,
            "dialect=" + file.dialect().id(),
            "file=" + reads.served(),
            "warm=" + ResultsFile.warmName(file.name()) + warmMode(reads.mode()),
            "warmups=" + WARMUPS)
        .reading(reads);
  }

  static Scenario plain(String id, String reader, ResultsFile file) {
    return of(id, reader, file, Scenario.Reads.plain(file.name()));
  }

  /** A file that is sent several times over is long enough; a warm-up file is sent once. */
  private static String warmMode(String mode) {
    return mode.startsWith(".x") ? "" : mode;
  }
}
