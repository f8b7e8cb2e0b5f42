package io.batchwright.gemini;

import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.Transport;
import io.batchwright.spi.RequestFormat;
import io.batchwright.spi.RequestSource;
import io.batchwright.testing.VirtualTimer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks of a file, and what becomes of one that breaks. */
class FileUploadTest {
  private static final int GRANULARITY = 8 << 20;
  private static final MockResponse RESET =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  private final MockGemini mock = new MockGemini();
  private final UploadServer server = new UploadServer(mock, GRANULARITY);

  @AfterEach
  void close() {
    mock.close();
  }

  /** One request whose line has so many bytes, its line feed included. */
  private static BatchInput ofLength(int bytes) {
    int frame = "{\"key\":\"k\",\"request\":{\"x\":\"\"}}\n".length();
    String body = "{\"x\":\"" + "y".repeat(bytes - frame) + "\",\"model\":\"m\"}";
    return BatchInput.of(BatchRequest.ofJson("k", body));
  }

  private void submit(BatchInput input) {
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input).ref()).isEqualTo(mock.ref("batches/b1"));
    }
  }

  private SubmitException refused(BatchInput input) {
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      return catchThrowableOfType(SubmitException.class, () -> client.submit(input));
    }
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
    submit(ofLength(length));

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
  void aChunkThatBreaksIsSentAgain() {
    server.trouble((command, step) -> step == 2 ? RESET : null);

    submit(ofLength(GRANULARITY + 100));

    assertThat(server.steps())
        .containsExactly(
            "start",
            "upload 0+8388608",
            "query",
            "upload 0+8388608",
            "upload, finalize 8388608+100");
    assertThat(mock.timer().sleeps()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void whatArrivedOfABrokenChunkIsNotSentAgain() {
    server.keep(1000);
    server.trouble((command, step) -> step == 2 ? RESET : null);

    submit(ofLength(2 * GRANULARITY));

    assertThat(server.steps())
        .containsExactly(
            "start",
            "upload 0+8388608",
            "query",
            "upload 1000+8388608",
            "upload, finalize 8389608+8387608");
    assertThat(server.file()).hasSize(2 * GRANULARITY);
  }

  @Test
  void aLastChunkThatArrivedWholeIsFinalizedWithNothing() {
    server.keep(Integer.MAX_VALUE);
    server.trouble((command, step) -> step == 2 ? RESET : null);

    submit(ofLength(100));

    assertThat(server.steps())
        .containsExactly("start", "upload, finalize 0+100", "query", "upload, finalize 100+0");
  }

  private void loseTheLastAnswer() {
    server.keep(Integer.MAX_VALUE);
    server.trouble(
        (command, step) -> {
          if (step == 2) {
            server.store();
            return RESET;
          }
          return null;
        });
  }

  @Test
  void anUploadThatIsOverWithoutANameIsToBeRepeated() {
    loseTheLastAnswer();

    SubmitException error = refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(server.steps()).containsExactly("start", "upload, finalize 0+100", "query");
  }

  @Test
  void aChunkWhoseAnswerHasNoStatusIsAskedAbout() {
    server.trouble((command, step) -> step == 2 ? response(200, "") : null);

    submit(ofLength(GRANULARITY + 100));

    assertThat(server.steps())
        .containsExactly(
            "start",
            "upload 0+8388608",
            "query",
            "upload 0+8388608",
            "upload, finalize 8388608+100");
  }

  @Test
  void anUploadWhoseLastAnswerWasLostIsFoundIfTheQueryNamesIt() {
    loseTheLastAnswer();
    server.tellsTheNameAgain();

    submit(ofLength(100));

    assertThat(server.steps()).containsExactly("start", "upload, finalize 0+100", "query");
  }

  @Test
  void aServerWithoutQueriesGetsTheSameChunkAgain() {
    server.knowsNoQueries();
    server.trouble((command, step) -> step == 2 ? response(503, "") : null);

    submit(ofLength(100));

    assertThat(server.steps())
        .containsExactly("start", "upload, finalize 0+100", "query", "upload, finalize 0+100");
  }

  @Test
  void aServerThatAsksForAPauseGetsIt() {
    server.trouble((command, step) -> step == 2 ? response(429, "", "retry-after", "40") : null);

    submit(ofLength(100));

    assertThat(mock.timer().sleeps()).containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void anUploadThatMakesNoProgressEnds() {
    server.trouble((command, step) -> command.equals("start") ? null : RESET);

    SubmitException error = refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(mock.timer().sleeps())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L);
  }

  @Test
  void aChunkThatIsRefusedIsNotSentAgain() {
    server.trouble(
        (command, step) ->
            step == 2
                ? response(400, "{\"error\":{\"code\":400,\"message\":\"Quota of storage.\"}}")
                : null);

    SubmitException error = refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.REJECTED);
    assertThat(error).hasMessageContaining("Quota of storage");
    assertThat(server.steps()).hasSize(2);
  }

  @Test
  void anUploadThatEndsBeforeItsEndIsNoFile() {
    server.trouble(
        (command, step) ->
            step == 2 ? response(200, "", "x-goog-upload-status", "cancelled") : null);

    assertThat(refused(ofLength(GRANULARITY + 1)))
        .hasMessageContaining("the upload is over before its end");
  }

  @Test
  void anInputThatChangedIsNeverFinalized() {
    List<BatchRequest> first = List.of(BatchRequest.ofJson("a", "{\"model\":\"m\",\"n\":1}"));
    List<BatchRequest> second = List.of(BatchRequest.ofJson("a", "{\"model\":\"m\",\"n\":2}"));
    List<List<BatchRequest>> passes = new ArrayList<>(List.of(first, second));

    SubmitException error = refused(BatchInput.of(() -> passes.remove(0).iterator()));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error).hasCauseInstanceOf(InvalidInputException.class);
    assertThat(server.steps()).containsExactly("start");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, GRANULARITY - 31, GRANULARITY})
  void anInputThatGrewIsNeverFinalized(int length) {
    BatchRequest first =
        BatchRequest.ofJson("a", "{\"x\":\"" + "y".repeat(length) + "\",\"model\":\"m\"}");
    BatchRequest second = BatchRequest.ofJson("a-longer-id", first.bodyJson());
    List<BatchRequest> passes = new ArrayList<>(List.of(first, second));

    SubmitException error = refused(BatchInput.of(() -> List.of(passes.remove(0)).iterator()));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(server.steps()).noneMatch(step -> step.contains("finalize"));
  }

  @Test
  void anInterceptorThatThrowsIsNoTroubleOfTheInput() {
    OkHttpClient throwing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  String command = chain.request().header("X-Goog-Upload-Command");
                  if ("query".equals(command)) {
                    throw new IllegalStateException("of the user's own");
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    server.trouble((command, step) -> step == 2 ? RESET : null);
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0).okHttpClient(throwing))) {
      SubmitException error =
          catchThrowableOfType(SubmitException.class, () -> client.submit(ofLength(100)));
      assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
      assertThat(error).hasCauseInstanceOf(TransportException.class);
    }
  }

  @Test
  void whatARefusalQuotesOfTheAddressIsMasked() {
    String quoting =
        "{\"error\":{\"code\":400,\"message\":\"Gone: https://h/upload?upload_id=secret&x=1\"}}";
    server.trouble((command, step) -> step == 2 ? response(400, quoting) : null);

    assertThat(refused(ofLength(100)))
        .hasMessageContaining("upload_id=***&x=1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theKeyGoesWithTheStartAlone() {
    submit(ofLength(GRANULARITY + 1));

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

    SubmitException error = refused(ofLength(100));
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
      assertThat(other.requests()).hasSize(1);
      assertThat(storing.steps()).isEmpty();
    }
  }

  /** A file of zeros longer than an int can count. */
  private record Zeros(long byteCount) implements RequestSource {
    @Override
    public long count() {
      return 1;
    }

    @Override
    public @Nullable String model() {
      return "m";
    }

    @Override
    public @Nullable String uploadedFileId() {
      return null;
    }

    @Override
    public RequestSource framed(RequestFormat format) {
      return this;
    }

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
        new Transport("gemini", nowhere, new GeminiErrors(), new Redactor(List.of()));
    SubmitAttempt attempt = new SubmitAttempt("gemini", Instant.EPOCH, null, 1, "f");
    GeminiCalls calls = new GeminiCalls("http://127.0.0.1:9", "k", Gemini.V1BETA);
    UploadAddress address =
        new UploadAddress(calls, HttpUrl.get("http://127.0.0.1:9/upload"), GRANULARITY);

    String file =
        new FileUpload(
                new SubmitCalls(transport, attempt),
                address,
                new Zeros(length),
                new VirtualTimer()::sleep)
            .send();

    assertThat(file).isEqualTo("files/in1");
    assertThat(offsets).hasSize(258).endsWith("2147483648", "2155872256");
  }
}
