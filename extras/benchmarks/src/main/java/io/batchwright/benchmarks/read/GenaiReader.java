package io.batchwright.benchmarks.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.Client;
import com.google.genai.JsonSerializable;
import com.google.genai.types.BatchJob;
import com.google.genai.types.DownloadFileConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GetBatchJobConfig;
import com.google.genai.types.HttpOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** google-genai, which downloads to a file; each line is then decoded into the SDK's type. */
final class GenaiReader implements ResultReader {
  @Override
  public void read(Target target, Tally tally) throws IOException {
    tally.readsTexts();
    HttpOptions options =
        HttpOptions.builder().baseUrl(target.baseUrl()).apiVersion("v1beta").build();
    Path file = Files.createTempFile("genai", ".jsonl");
    try (Client client = Client.builder().apiKey("no-key").httpOptions(options).build()) {
      BatchJob job = client.batches.get(target.batchId(), GetBatchJobConfig.builder().build());
      String results = job.dest().flatMap(dest -> dest.fileName()).orElseThrow();
      client.files.download(results, file.toString(), DownloadFileConfig.builder().build());
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          add(JsonSerializable.stringToJsonNode(line), tally);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void add(JsonNode line, Tally tally) {
    JsonNode response = line.get("response");
    if (response != null) {
      @Nullable String text =
          JsonSerializable.fromJsonNode(response, GenerateContentResponse.class).text();
      tally.text(text == null ? "" : text);
    }
    tally.result(line.path("key").asText(), response != null);
  }
}
