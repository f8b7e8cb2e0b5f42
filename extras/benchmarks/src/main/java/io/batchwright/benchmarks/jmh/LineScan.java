package io.batchwright.benchmarks.jmh;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONObject;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.gson.stream.JsonReader;
import io.batchwright.benchmarks.read.pojo.AnthropicLine;
import io.batchwright.internal.lines.Envelope;
import io.batchwright.internal.lines.EnvelopeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One line of Anthropic's results: the library's scan, which validates all of it and extracts the
 * outcome, compared with other parsers that read all of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LineScan {
  /** The members that the library extracts from a line of Anthropic's. */
  private static final EnvelopeReader ENVELOPES =
      EnvelopeReader.of(
          null,
          List.of("custom_id"),
          "result.type",
          "result.message",
          "result.message.error",
          "result.error.error.type",
          "result.error.error.message",
          "result.error.request_id");

  private static final JsonFactory JACKSON = new JsonFactory();

  /** The length of the line in bytes. */
  @Param({"2000", "50"})
  public int bytes;

  private byte[] line = {};

  /** Generates the line. */
  @Setup
  public void createLine() throws IOException {
    line = OneLine.of(bytes);
  }

  /** The library. */
  @Benchmark
  public Envelope batchwright() {
    return ENVELOPES.read(line);
  }

  /** Gson, reading everything. */
  @Benchmark
  public Object gsonSkip() throws IOException {
    try (JsonReader json =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(line), StandardCharsets.UTF_8))) {
      json.skipValue();
      return json.peek();
    }
  }

  /** Jackson, reading everything. */
  @Benchmark
  public int jacksonTokens() throws IOException {
    int count = 0;
    try (JsonParser json = JACKSON.createParser(line)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        count++;
      }
    }
    return count;
  }

  /** fastjson2, as a tree. */
  @Benchmark
  public JSONObject fastjson2Tree() {
    return JSON.parseObject(line);
  }

  /** fastjson2, as a plain class. */
  @Benchmark
  public AnthropicLine fastjson2Pojo() {
    return JSON.parseObject(line, AnthropicLine.class);
  }
}
