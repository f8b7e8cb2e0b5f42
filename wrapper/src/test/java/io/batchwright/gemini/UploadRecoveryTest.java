package io.batchwright.gemini;

import static io.batchwright.gemini.UploadServer.GRANULARITY;
import static io.batchwright.gemini.UploadServer.ofLength;
import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.SubmitException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chunks that are interrupted, refused or lost, and how the upload resumes or fails. */
class UploadRecoveryTest {
  private static final MockResponse RESET =
      new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();

  private final MockGemini mock = new MockGemini();
  private final UploadServer server = new UploadServer(mock, GRANULARITY);

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void aChunkThatBreaksIsSentAgain() {
    server.failure((command, step) -> step == 2 ? RESET : null);

    server.submit(ofLength(GRANULARITY + 100));

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
    server.failure((command, step) -> step == 2 ? RESET : null);

    server.submit(ofLength(2 * GRANULARITY));

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
    server.failure((command, step) -> step == 2 ? RESET : null);

    server.submit(ofLength(100));

    assertThat(server.steps())
        .containsExactly("start", "upload, finalize 0+100", "query", "upload, finalize 100+0");
  }

  private void loseTheLastResponse() {
    server.keep(Integer.MAX_VALUE);
    server.failure(
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
    loseTheLastResponse();

    SubmitException error = server.refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(server.steps()).containsExactly("start", "upload, finalize 0+100", "query");
  }

  @Test
  void aChunkWhoseResponseHasNoStatusIsQueried() {
    server.failure((command, step) -> step == 2 ? response(200, "") : null);

    server.submit(ofLength(GRANULARITY + 100));

    assertThat(server.steps())
        .containsExactly(
            "start",
            "upload 0+8388608",
            "query",
            "upload 0+8388608",
            "upload, finalize 8388608+100");
  }

  @Test
  void anUploadWhoseLastResponseWasLostIsFoundIfTheQueryNamesIt() {
    loseTheLastResponse();
    server.repeatsTheName();

    server.submit(ofLength(100));

    assertThat(server.steps()).containsExactly("start", "upload, finalize 0+100", "query");
  }

  @Test
  void aServerWithoutQueriesGetsTheSameChunkAgain() {
    server.knowsNoQueries();
    server.failure((command, step) -> step == 2 ? response(503, "") : null);

    server.submit(ofLength(100));

    assertThat(server.steps())
        .containsExactly("start", "upload, finalize 0+100", "query", "upload, finalize 0+100");
  }

  @Test
  void aRequestedPauseIsObserved() {
    server.failure((command, step) -> step == 2 ? response(429, "", "retry-after", "40") : null);

    server.submit(ofLength(100));

    assertThat(mock.timer().sleeps()).containsExactly(Duration.ofSeconds(40));
  }

  @Test
  void anUploadWithoutProgressFails() {
    server.failure((command, step) -> command.equals("start") ? null : RESET);

    SubmitException error = server.refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
    assertThat(error.retryable()).isTrue();
    assertThat(mock.timer().sleeps())
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L);
    assertThat(error.attempt().ended()).isEqualTo(error.attempt().begun().plusSeconds(31));
  }

  @Test
  void aChunkThatIsRefusedIsNotSentAgain() {
    server.failure(
        (command, step) ->
            step == 2
                ? response(400, "{\"error\":{\"code\":400,\"message\":\"Quota of storage.\"}}")
                : null);

    SubmitException error = server.refused(ofLength(100));
    assertThat(error.delivery()).isEqualTo(Delivery.REJECTED);
    assertThat(error).hasMessageContaining("Quota of storage");
    assertThat(server.steps()).hasSize(2);
  }

  @Test
  void anUploadThatEndsBeforeItsEndIsNoFile() {
    server.failure(
        (command, step) ->
            step == 2 ? response(200, "", "x-goog-upload-status", "cancelled") : null);

    assertThat(server.refused(ofLength(GRANULARITY + 1)))
        .hasMessageContaining("the upload ended too early");
  }

  @Test
  void anInterceptorThatThrowsIsNotAFailureOfTheInput() {
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
    server.failure((command, step) -> step == 2 ? RESET : null);
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0).okHttpClient(throwing))) {
      SubmitException error =
          catchThrowableOfType(SubmitException.class, () -> client.submit(ofLength(100)));
      assertThat(error.delivery()).isEqualTo(Delivery.NOT_SENT);
      assertThat(error).hasCauseInstanceOf(TransportException.class);
    }
  }
}
