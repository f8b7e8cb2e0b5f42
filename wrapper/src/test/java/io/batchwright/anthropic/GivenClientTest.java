package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.SubmitException;
import io.batchwright.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cache;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GivenClientTest {
  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  @ParameterizedTest
  @EnumSource
  void itsInterceptorsSeeEveryCall(Endpoint endpoint) {
    List<String> seen = new ArrayList<>();
    OkHttpClient given =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add("application");
                  return chain.proceed(
                      chain.request().newBuilder().header("x-team", "blue").build());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add("network");
                  return chain.proceed(chain.request());
                })
            .build();
    try (BatchClient client = mock.client(mock.builder().okHttpClient(given))) {
      endpoint.send(client, mock.ref("msgbatch_1"));
    }

    assertThat(seen).containsExactly("application", "network");
    assertThat(mock.requests().get(0).getHeaders().get("x-team")).isEqualTo("blue");
  }

  @Test
  void itsCacheIsLeftAside(@TempDir Path dir) throws IOException {
    mock.respond(
        200,
        MockAnthropic.RUNNING,
        "Cache-Control",
        "max-age=3600",
        "Date",
        "Sat, 21 Nov 2026 12:00:00 GMT");
    try (Cache cache = new Cache(dir.toFile(), 1 << 20);
        BatchClient client =
            mock.client(
                mock.builder().okHttpClient(new OkHttpClient.Builder().cache(cache).build()))) {
      Endpoint.RETRIEVE.send(client, mock.ref("msgbatch_1"));
      Endpoint.RETRIEVE.send(client, mock.ref("msgbatch_1"));

      assertThat(mock.requests()).hasSize(2);
      assertThat(cache.requestCount()).isZero();
      assertThat(cache.size()).isZero();
    }
  }

  @Test
  void itsTimeoutsForWholeCallsAndReadsGiveWayToTheKindOfCall() {
    List<List<Long>> timeouts = new ArrayList<>();
    OkHttpClient given =
        new OkHttpClient.Builder()
            .callTimeout(Duration.ofMillis(1))
            .readTimeout(Duration.ofMillis(1))
            .addInterceptor(
                chain -> {
                  timeouts.add(
                      List.of(
                          chain.call().timeout().timeoutNanos(),
                          (long) chain.readTimeoutMillis() / 1000));
                  return chain.proceed(chain.request());
                })
            .build();
    try (BatchClient client = mock.client(mock.builder().okHttpClient(given))) {
      for (Endpoint endpoint : Endpoint.values()) {
        endpoint.send(client, mock.ref("msgbatch_1"));
      }
    }

    assertThat(timeouts)
        .containsExactly(
            List.of(0L, 600L), // create
            List.of(0L, 60L),
            List.of(0L, 60L),
            List.of(0L, 60L),
            List.of(0L, 60L),
            List.of(0L, 120L)); // results
  }

  @Test
  void closingLeavesItOpen() throws IOException {
    OkHttpClient given = new OkHttpClient();
    BatchClient client = mock.client(mock.builder().okHttpClient(given));
    Endpoint.RETRIEVE.send(client, mock.ref("msgbatch_1"));
    assertThat(given.connectionPool().connectionCount()).isEqualTo(1);
    client.close();

    assertThat(given.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
    try (Response response =
        given.newCall(new Request.Builder().url(mock.url()).build()).execute()) {
      assertThat(response.isSuccessful()).isTrue();
    }
  }

  @Test
  void itIsNotChanged() {
    OkHttpClient given = new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(3)).build();
    mock.client(mock.builder().okHttpClient(given)).close();

    assertThat(given.followRedirects()).isTrue();
    assertThat(given.retryOnConnectionFailure()).isTrue();
    assertThat(given.callTimeoutMillis()).isEqualTo(180_000);
  }

  @Test
  void anInterceptorThatThrowsBeforeACreateGoesOutLeavesItNotSent() {
    assertThatThrownBy(
            () ->
                submitThrough(
                    chain -> {
                      throw new IllegalStateException("interceptor");
                    }))
        .isInstanceOfSatisfying(
            SubmitException.class,
            e -> assertThat(e.delivery()).isEqualTo(SubmitException.Delivery.NOT_SENT))
        .hasCauseInstanceOf(TransportException.class);
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void anInterceptorThatThrowsAfterACreateWentOutLeavesOpenWhetherThereIsABatch() {
    assertThatThrownBy(
            () ->
                submitThrough(
                    chain -> {
                      chain.proceed(chain.request()).close();
                      throw new IllegalStateException("interceptor");
                    }))
        .isInstanceOfSatisfying(
            SubmitException.class,
            e -> assertThat(e.delivery()).isEqualTo(SubmitException.Delivery.MAYBE_CREATED))
        .hasCauseInstanceOf(TransportException.class);
    assertThat(mock.requests()).hasSize(1);
  }

  private void submitThrough(Interceptor interceptor) {
    OkHttpClient given = new OkHttpClient.Builder().addInterceptor(interceptor).build();
    try (BatchClient client = mock.client(mock.builder().okHttpClient(given))) {
      client.submit(
          BatchInput.of(BatchRequest.ofJson("id-1", "{\"max_tokens\":1,\"messages\":[]}")));
    }
  }
}
