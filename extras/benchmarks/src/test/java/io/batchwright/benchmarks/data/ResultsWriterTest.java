package io.batchwright.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.MustBeClosed;
import com.google.gson.JsonObject;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.openai.OpenAi;
import io.batchwright.zhipu.Zhipu;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void factsAreWhatTheLibraryReads(Dialect dialect) throws IOException {
    for (Script script : new Script[] {Script.PROSE, Script.ESCAPES, Script.CJK}) {
      Path file = folder.resolve("results.jsonl");
      Facts facts =
          ResultsWriter.write(new ResultsFile("results", dialect, script, 300, 2_000), file);
      assertThat(Files.size(file)).isEqualTo(facts.bytes());
      assertThat(read(dialect, file)).isEqualTo(facts);
      assertThat(facts.lines()).isEqualTo(300);
      assertThat(facts.succeeded()).isBetween(260L, 299L);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void succeededLinesHaveTheirLengthAndTheSameBytesEachTime(Dialect dialect) throws IOException {
    ResultsFile file = new ResultsFile("results", dialect, Script.ESCAPES, 100, 2_000);
    Path once = folder.resolve("once");
    Path again = folder.resolve("again");
    Facts facts = ResultsWriter.write(file, once);
    assertThat(ResultsWriter.write(file, again)).isEqualTo(facts);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(once));
    long full =
        Files.readAllLines(once).stream()
            .filter(line -> line.getBytes(StandardCharsets.UTF_8).length == 1_999)
            .count();
    assertThat(full).isEqualTo(facts.succeeded());
  }

  private static Facts read(Dialect dialect, Path file) throws IOException {
    long lines = 0;
    long succeeded = 0;
    long idChars = 0;
    long textChars = 0;
    long tokens = 0;
    try (BatchResults results = open(dialect, file)) {
      for (BatchResult result : results) {
        lines++;
        idChars += String.valueOf(result.customId()).length();
        if (result instanceof BatchResult.Succeeded ok) {
          succeeded++;
          textChars += ok.text().length();
          var usage = ok.usage();
          tokens += usage == null ? 0 : usage.input() + usage.output();
          JsonObject body = ok.json();
          assertThat(body.size()).isPositive();
        } else {
          assertThat(result).isInstanceOf(BatchResult.Errored.class);
        }
      }
    }
    return new Facts(lines, Files.size(file), succeeded, idChars, textChars, tokens);
  }

  @MustBeClosed
  private static BatchResults open(Dialect dialect, Path file) {
    switch (dialect) {
      case ANTHROPIC -> {
        return Anthropic.readResults(file);
      }
      case OPENAI -> {
        return OpenAi.readResults(file);
      }
      case GEMINI -> {
        return Gemini.readResults(file);
      }
      case ZHIPU -> {
        return Zhipu.readResults(file);
      }
    }
    throw new AssertionError(dialect);
  }
}
