package io.batchwright.conformance.sdk;

import com.google.genai.Client;
import com.google.genai.types.BatchJob;
import com.google.genai.types.BatchJobSource;
import com.google.genai.types.Content;
import com.google.genai.types.CreateBatchJobConfig;
import com.google.genai.types.File;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.InlinedRequest;
import com.google.genai.types.Part;
import com.google.genai.types.UploadFileConfig;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.known.Lost;
import io.batchwright.conformance.known.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** google-genai, as its documentation uses it for batches. */
final class GenAi {
  static final String MODEL = "gemini-2.5-flash";

  /**
   * Members that the SDK has no field for: a batch's progress, its input, the end and the error of
   * the operation around it, tiers, and type names. States and results have other names there.
   */
  private static final Pattern NOT_IN_THE_SDK =
      Pattern.compile(
          "\\.metadata\\.(batchStats\\..*|inputConfig\\..*|state)|\\.done|\\.error\\..*"
              + "|.*\\.(serviceTier|@type|responsesFile)");

  private final String url;
  private final Client client;

  GenAi(String url, String key) {
    this.url = url;
    this.client =
        Client.builder()
            .apiKey(key)
            .vertexAI(false)
            .httpOptions(
                HttpOptions.builder()
                    .baseUrl(url)
                    .retryOptions(HttpRetryOptions.builder().attempts(1).build())
                    .build())
            .build();
  }

  Client client() {
    return client;
  }

  BatchJob create(String... keys) {
    return create(
        BatchJobSource.builder()
            .inlinedRequests(Stream.of(keys).map(GenAi::request).toList())
            .build());
  }

  private static InlinedRequest request(String key) {
    return InlinedRequest.builder()
        .contents(List.of(Content.fromParts(Part.fromText("Hello " + key))))
        .metadata(Map.of("key", key))
        .build();
  }

  BatchJob createFrom(File file) {
    return create(BatchJobSource.builder().fileName(file.name().orElseThrow()).build());
  }

  private BatchJob create(BatchJobSource source) {
    CreateBatchJobConfig config = CreateBatchJobConfig.builder().displayName("demo").build();
    return client.batches.create(MODEL, source, config);
  }

  File upload(String... keys) {
    StringBuilder rows = new StringBuilder();
    for (String key : keys) {
      rows.append("{\"key\":\"")
          .append(key)
          .append("\",\"request\":{\"contents\":[{\"parts\":[{\"text\":\"Hello ")
          .append(key)
          .append("\"}]}]}}\n");
    }
    return client.files.upload(
        rows.toString().getBytes(StandardCharsets.UTF_8),
        UploadFileConfig.builder().mimeType("application/jsonl").displayName("in").build());
  }

  BatchJob get(BatchJob job) {
    return client.batches.get(job.name().orElseThrow(), null);
  }

  /** The parts of a batch that the SDK dropped although it has a field for them. */
  List<String> lost(BatchJob job) throws IOException, InterruptedException {
    return lost(job.name().orElseThrow(), job.toJson());
  }

  List<String> lost(File file) throws IOException, InterruptedException {
    return lost(file.name().orElseThrow(), file.toJson());
  }

  private List<String> lost(String name, String values) throws IOException, InterruptedException {
    JsonElement wire = Wire.get(url + "/v1beta/" + name, "x-goog-api-key", TestBed.KEY);
    return Lost.between(wire, JsonParser.parseString(values)).stream()
        .filter(path -> !NOT_IN_THE_SDK.matcher(path).matches())
        .toList();
  }
}
