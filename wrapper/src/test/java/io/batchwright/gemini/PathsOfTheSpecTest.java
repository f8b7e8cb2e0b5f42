package io.batchwright.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.testing.SpecPaths;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What goes out is what the spec says: the wrapper holds no path of its own. */
class PathsOfTheSpecTest {
  @Test
  void everyCallGoesToItsPathInTheSpec() throws Exception {
    // One value stands in the place of every parameter.
    GeminiCalls calls = new GeminiCalls("http://127.0.0.1:9", "k", "x");
    Map<String, Request> built = new LinkedHashMap<>();
    built.put("createBatch", calls.create("x").build().request());
    built.put("listBatches", calls.list(5, "t").build().request());
    built.put("getBatch", calls.get("batches/x").build().request());
    built.put("deleteBatch", calls.delete("batches/x").build().request());
    built.put("cancelBatch", calls.cancel("batches/x").build().request());
    built.put("uploadFile", calls.startUpload(1, "text/plain").build().request());
    built.put("deleteFile", calls.deleteFile("files/x").build().request());
    built.put("downloadFile", calls.download("files/x").build().request());

    Map<String, String> operations = SpecPaths.of("gemini", "x");
    // What is known of files beside their names is not needed here.
    assertThat(operations.keySet()).containsAll(built.keySet()).contains("listFiles", "getFile");
    built.forEach(
        (operation, request) ->
            assertThat(request.method() + " " + request.url().encodedPath())
                .isEqualTo(operations.get(operation)));
  }

  @Test
  void aLaterStepOfAnUploadGoesWhereTheFirstOneSaidAndWithoutTheKey() throws Exception {
    GeminiCalls calls = new GeminiCalls("http://127.0.0.1:9", "secret", "x");
    HttpUrl address = HttpUrl.get("http://127.0.0.1:9/somewhere?upload_id=1");

    Request step = calls.uploadStep(address, "upload", 5_000_000_000L).build().request();
    assertThat(step.url()).isEqualTo(address);
    assertThat(step.headers().get("X-Goog-Upload-Offset")).isEqualTo("5000000000");
    assertThat(step.headers().toString()).doesNotContain("secret");
  }
}
