package io.batchwright.gemini;

import static io.batchwright.gemini.MockGemini.operation;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResults;
import io.batchwright.testing.SpecPaths;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** Calls go to the paths of the spec: the wrapper has no paths of its own. */
class PathsOfTheSpecTest {
  @Test
  void everyCallGoesToItsPathInTheSpec() throws Exception {
    // All parameters have the same value.
    GeminiCalls calls = MockGemini.calls("k", "x");
    Map<String, Request> built = new LinkedHashMap<>();
    built.put("createBatch", calls.create(false, "x").build().request());
    built.put("createEmbeddingBatch", calls.create(true, "x").build().request());
    built.put("listBatches", calls.list(5, "t").build().request());
    built.put("getBatch", calls.get("batches/x").build().request());
    built.put("deleteBatch", calls.delete("batches/x").build().request());
    built.put("cancelBatch", calls.cancel("batches/x").build().request());
    built.put("uploadFile", calls.startUpload(1, "text/plain").build().request());
    built.put("deleteFile", calls.deleteFile("files/x").build().request());
    built.put("downloadFile", calls.download("files/x").build().request());

    Map<String, String> operations = SpecPaths.of("gemini", "x");
    // Only the names of files are needed here.
    assertThat(operations.keySet()).containsAll(built.keySet()).contains("listFiles", "getFile");
    built.forEach(
        (operation, request) ->
            assertThat(request.method() + " " + request.url().encodedPath())
                .isEqualTo(operations.get(operation)));
  }

  @Test
  void aLaterStepOfAnUploadGoesToTheUrlOfTheFirstWithoutTheKey() throws Exception {
    GeminiCalls calls = MockGemini.calls("secret", "x");
    HttpUrl address = HttpUrl.get("http://127.0.0.1:9/somewhere?upload_id=1");

    Request step = calls.uploadStep(address, "upload", 5_000_000_000L).build().request();
    assertThat(step.url()).isEqualTo(address);
    assertThat(step.headers().get("X-Goog-Upload-Offset")).isEqualTo("5000000000");
    assertThat(step.headers().toString()).doesNotContain("secret");
  }

  @Test
  void everyCallKeepsThePathOfTheBaseUrl() {
    try (MockGemini mock = new MockGemini()) {
      mock.script(
          request -> {
            String path = request.getUrl().encodedPath();
            if (path.endsWith("/files") && !path.contains("at")) {
              return response(200, "", "x-goog-upload-url", mock.url() + "proxy/upload/at");
            }
            return path.endsWith("/at")
                ? response(200, "{\"file\":{\"name\":\"files/in1\"}}")
                : response(
                    200,
                    operation(
                        "\"state\":\"BATCH_STATE_SUCCEEDED\"",
                        "\"done\":true",
                        "\"response\":{\"responsesFile\":\"files/batch-b1\"}"));
          });
      Gemini.Builder proxied = mock.builder().baseUrl(mock.url() + "proxy/").inlineUpTo(0);
      try (BatchClient client = mock.client(proxied)) {
        BatchHandle batch =
            client.submit(BatchInput.of(BatchRequest.ofJson("a", "{\"model\":\"m\"}")));
        try (BatchResults results = batch.results()) {
          assertThat(results.iterator()).isNotNull();
        }
        assertThat(batch.delete().orElseThrow().recordRemains()).isFalse();
      }
      assertThat(mock.requests())
          .hasSizeGreaterThan(5)
          .allSatisfy(request -> assertThat(request.getUrl().encodedPath()).startsWith("/proxy/"));
    }
  }
}
