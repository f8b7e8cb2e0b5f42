package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.batchwright.client.gemini.api.BatchesApi;
import io.batchwright.client.gemini.api.FilesApi;
import io.batchwright.client.gemini.invoker.ApiClient;
import io.batchwright.client.gemini.model.CreateBatchParams;
import io.batchwright.client.gemini.model.StartUploadParams;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gemini's verbs follow a colon, which the generated client must not escape. */
class GeneratedGeminiCallsTest {
  private static final String MODEL = "gemini-2.5-flash_preview";
  private static final String ID = "batch-0abc";
  private static final BatchesApi BATCHES = new BatchesApi(client());
  private static final FilesApi FILES = new FilesApi(client());

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(
            "POST /base/v1beta/models/gemini-2.5-flash_preview:batchGenerateContent",
            call(() -> BATCHES.createBatchCall("v1beta", MODEL, new CreateBatchParams(), null))),
        arguments(
            "GET /base/v1/batches/batch-0abc", call(() -> BATCHES.getBatchCall("v1", ID, null))),
        arguments(
            "GET /base/v1beta/batches?pageSize=7&pageToken=a%2Fb%3D",
            call(() -> BATCHES.listBatchesCall("v1beta", 7, "a/b=", null))),
        arguments(
            "GET /base/v1beta/batches",
            call(() -> BATCHES.listBatchesCall("v1beta", null, null, null))),
        arguments(
            "POST /base/v1beta/batches/batch-0abc:cancel",
            call(() -> BATCHES.cancelBatchCall("v1beta", ID, null))),
        arguments(
            "DELETE /base/v1beta/batches/batch-0abc",
            call(() -> BATCHES.deleteBatchCall("v1beta", ID, null))),
        arguments(
            "GET /base/v1/files/batch-0abc:download?alt=media",
            call(() -> FILES.downloadFileCall("v1", ID, "media", null))),
        arguments(
            "DELETE /base/v1beta/files/batch-0abc",
            call(() -> FILES.deleteFileCall("v1beta", ID, null))));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void namesAndVerbsGoOutAsTheyAre(String line, GeneratedCall call) throws Exception {
    Request request = call.build().request();
    String url = request.url().toString();

    assertThat(request.method() + " " + url.substring(url.indexOf("/base"))).isEqualTo(line);
    assertThat(request.header("x-goog-api-key")).isEqualTo("k");
  }

  @Test
  void anUploadBeginsWithItsLengthAndTypeInHeaders() throws Exception {
    Request request =
        FILES
            .uploadFileCall(
                "v1beta",
                "start",
                "resumable",
                3_000_000_000L,
                "application/jsonl",
                null,
                new StartUploadParams(),
                null)
            .request();

    assertThat(request.url().encodedPath()).isEqualTo("/base/upload/v1beta/files");
    assertThat(request.headers())
        .extracting(header -> header.getFirst() + ": " + header.getSecond())
        .contains(
            "X-Goog-Upload-Command: start",
            "X-Goog-Upload-Protocol: resumable",
            "X-Goog-Upload-Header-Content-Length: 3000000000",
            "X-Goog-Upload-Header-Content-Type: application/jsonl");
    assertThat(request.header("X-Goog-Upload-Offset")).isNull();
    assertThat(String.valueOf(Objects.requireNonNull(request.body()).contentType()))
        .startsWith("application/json");
  }

  @Test
  void aChunkHasACommandAndAnOffsetAndNothingOfTheStart() throws Exception {
    Request request =
        FILES
            .uploadFileCall("v1", "upload, finalize", null, null, null, 2_147_483_648L, null, null)
            .request();

    assertThat(request.header("X-Goog-Upload-Command")).isEqualTo("upload, finalize");
    assertThat(request.header("X-Goog-Upload-Offset")).isEqualTo("2147483648");
    assertThat(request.headers().names())
        .noneMatch(name -> name.startsWith("X-Goog-Upload-Header"))
        .doesNotContain("X-Goog-Upload-Protocol");
    assertThat(Objects.requireNonNull(request.body()).contentLength()).isZero();
  }

  @Test
  void aDownloadDoesNotRequestJson() throws Exception {
    Request request = FILES.downloadFileCall("v1beta", ID, "media", null).request();

    assertThat(request.header("Accept")).isNotNull().doesNotContain("json");
  }

  private static GeneratedCall call(GeneratedCall call) {
    return call;
  }

  private static ApiClient client() {
    ApiClient client = new ApiClient(GeneratedCall.BUILDER);
    client.setBasePath("http://127.0.0.1:1/base");
    client.setApiKey("k");
    return client;
  }
}
