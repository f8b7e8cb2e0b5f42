package io.batchwright.gemini;

import static io.batchwright.gemini.UploadServer.GRANULARITY;
import static io.batchwright.gemini.UploadServer.ofLength;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.Transport;
import io.batchwright.internal.requests.SizedBody;
import io.batchwright.internal.wait.Retry;
import io.batchwright.testing.VirtualClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chunks of a file: their length, their URL, and their headers. */
class FileUploadTest {

  private final MockGemini mock = new MockGemini();
  private final UploadServer server = new UploadServer(mock, GRANULARITY);

  @AfterEach
  void close() {
    mock.close();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        100,
        GRANULARITY - 1,
        GRANULARITY,
        GRANULARITY + 1,
        2 * GRANULARITY - 1,
        2 * GRANULARITY,
        2 * GRANULARITY + 1
      })
  void theLastChunkFinalizesWhateverTheLength(int length) {
    server.submit(ofLength(length));

    int full = (length - 1) / GRANULARITY;
    List<String> steps = new ArrayList<>(List.of("start"));
    for (long offset = 0; offset < (long) full * GRANULARITY; offset += GRANULARITY) {
      steps.add("upload " + offset + "+" + GRANULARITY);
    }
    steps.add("upload, finalize " + full * GRANULARITY + "+" + (length - full * GRANULARITY));
    assertThat(server.steps()).isEqualTo(steps);
    assertThat(server.file()).hasSize(length).endsWith("y\"}}\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anInputThatChangedIsNeverFinalized() {
    List<BatchRequest> first = List.of(BatchRequest.ofJson("a", "{\"model\":\"m\",\"n\":1}"));
    List<BatchRequest> second = List.of(BatchRequest.ofJson("a", "{\"model\":\"m\",\"n\":2}"));
    List<List<BatchRequest>> passes = new ArrayList<>(List.of(first, second));

    SubmitException error = server.refused(BatchInput.of(() -> passes.remove(0).iterator()));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error).hasCauseInstanceOf(InvalidInputException.class);
    assertThat(server.steps()).containsExactly("start");
  }

  @Test
  void anAddressThatHoldsTheKeyIsNotShownAsItIs() {
    server.address("https://" + MockGemini.KEY + ".example/upload");

    assertThat(server.refused(ofLength(100)).getMessage())
        .contains("https://***.example")
        .doesNotContainIgnoringCase(MockGemini.KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, GRANULARITY - 31, GRANULARITY})
  void anInputThatGrewIsNeverFinalized(int length) {
    BatchRequest first =
        BatchRequest.ofJson("a", "{\"x\":\"" + "y".repeat(length) + "\",\"model\":\"m\"}");
    BatchRequest second = BatchRequest.ofJson("a-longer-id", first.bodyJson());
    List<BatchRequest> passes = new ArrayList<>(List.of(first, second));

    SubmitException error =
        server.refused(BatchInput.of(() -> List.of(passes.remove(0)).iterator()));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(server.steps()).noneMatch(step -> step.contains("finalize"));
  }

  @Test
  void whatARefusalQuotesOfTheAddressIsMasked() {
    String quoting =
        "{\"error\":{\"code\":400,\"message\":\"Gone: https://h/upload?upload_id=secret&x=1\"}}";
    server.failure((command, step) -> step == 2 ? response(400, quoting) : null);

    assertThat(server.refused(ofLength(100)))
        .hasMessageContaining("upload_id=***&x=1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theKeyGoesWithTheStartAlone() {
    server.submit(ofLength(GRANULARITY + 1));

    assertThat(mock.requests().get(0).getHeaders().get("x-goog-api-key")).isEqualTo(MockGemini.KEY);
    assertThat(mock.requests().subList(1, 3))
        .allSatisfy(
            chunk -> {
              assertThat(chunk.getHeaders().get("x-goog-api-key")).isNull();
              assertThat(chunk.getUrl().queryParameter("upload_id")).isEqualTo("secret");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/upload?upload_id=secret",
        "https://elsewhere.example/upload?upload_id=secret",
        "http://user:secret@127.0.0.1:9/"
      })
  void anAddressElsewhereGetsNothing(String address) {
    server.address(address);

    SubmitException error = server.refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error)
        .hasMessageContaining(address.contains("elsewhere") ? "https://elsewhere.example" : ":9")
        .hasMessageContaining("allowUploadsTo");
    assertThat(error.getMessage()).doesNotContain("secret");
    assertThat(server.steps()).containsExactly("start");
  }

  @Test
  void anAddressElsewhereCanBeAllowed() {
    try (MockGemini other = new MockGemini()) {
      UploadServer storing = new UploadServer(other, GRANULARITY);
      other.script(request -> response(200, "{\"file\":{\"name\":\"files/in1\"}}"));
      server.address(other.url() + "any?upload_id=secret");

      Gemini.Builder builder = mock.builder().inlineUpTo(0).allowUploadsTo(other.url());
      try (BatchClient client = mock.client(builder)) {
        assertThat(client.submit(ofLength(100)).ref()).isEqualTo(mock.ref("batches/b1"));
      }
      assertThat(other.requests())
          .singleElement()
          .satisfies(
              chunk -> assertThat(chunk.getHeaders().toString()).doesNotContain(MockGemini.KEY));
      assertThat(storing.steps()).isEmpty();
    }
  }

  /** A file of zeros longer than an int can count. */
  private record Zeros(long byteCount) implements SizedBody {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      byte[] block = new byte[1 << 20];
      for (long left = byteCount; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(block.length, left));
      }
    }
  }

  @Test
  void offsetsBeyondTwoGibibytesAreWhole() {
    long length = (2L << 30) + GRANULARITY + 5;
    List<String> offsets = new ArrayList<>();
    OkHttpClient nowhere =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  String offset = chain.request().header("X-Goog-Upload-Offset");
                  offsets.add(String.valueOf(offset));
                  String command = String.valueOf(chain.request().header("X-Goog-Upload-Command"));
                  boolean last = command.equals("upload, finalize");
                  String body = last ? "{\"file\":{\"name\":\"files/in1\"}}" : "";
                  return new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(200)
                      .message("OK")
                      .header("x-goog-upload-status", last ? "final" : "active")
                      .body(ResponseBody.create(body, null))
                      .build();
                })
            .build();
    Transport transport =
        new Transport(
            "gemini", nowhere, new GeminiErrors(), new Redactor(List.of()), () -> "k", key -> {});
    VirtualClock clock = new VirtualClock();
    SubmitAttempt attempt = new SubmitAttempt("gemini", Instant.EPOCH, null, 1, "f");
    GeminiCalls calls = MockGemini.calls("k", Gemini.V1BETA);
    UploadAddress address =
        new UploadAddress(calls, HttpUrl.get("http://127.0.0.1:9/upload"), GRANULARITY);

    String file =
        new FileUpload(
                new SubmitCalls(transport, attempt, clock::now),
                address,
                new Zeros(length),
                Retry.ofTransfer(clock))
            .send();

    assertThat(file).isEqualTo("files/in1");
    assertThat(offsets).hasSize(258).endsWith("2147483648", "2155872256");
  }
}
