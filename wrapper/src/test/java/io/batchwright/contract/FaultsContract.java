package io.batchwright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResults;
import io.batchwright.ProviderException;
import io.batchwright.ResultsAudit;
import io.batchwright.TransportException;
import io.batchwright.sandbox.FaultRule;
import io.batchwright.sandbox.Framing;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupted stream is resumed: no line is duplicated and none is lost. */
abstract class FaultsContract extends Contract {
  private static final int REQUESTS = 200;
  private static final Map<String, String> HTML = Map.of("content-type", "text/html");

  @BeforeEach
  void failHalf() {
    String[] odd =
        TestRequests.ids(REQUESTS).stream()
            .filter(id -> Integer.parseInt(id.substring(2)) % 2 == 1)
            .toArray(String[]::new);
    wire.scriptNext().fail(odd);
  }

  private BatchHandle ended() {
    BatchHandle batch = client.submit(subject.input(REQUESTS));
    timer.advance(TestBed.BATCH_TIME);
    return batch;
  }

  private void assertComplete(BatchHandle batch) {
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(REQUESTS));
      List<String> read = TestRequests.outcomes(TestRequests.read(results, audit::add));
      assertThat(read).hasSize(REQUESTS);
      assertThat(read).filteredOn(outcome -> outcome.endsWith(" Errored")).hasSize(REQUESTS / 2);
      assertThat(audit.clean()).isTrue();
    }
  }

  private FaultRule results(int after) {
    return subject.results().fault(wire, after).once();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSE")
  void aDroppedConnectionLosesAndDoublesNothing(Framing framing) {
    BatchHandle batch = ended();
    for (int read = 0; read < 3; read++) {
      wire.faults().clear();
      results(read).dropBodyAfter(9_000, framing);
      assertComplete(batch);
    }
    assertThat(bed.events())
        .hasSize(subject.resultStreams())
        .allMatch(event -> event.startsWith("resumed behind"));
  }

  @Test
  void neitherDoMoreDropsInARow() {
    BatchHandle batch = ended();
    subject.results().fault(wire).times(3).dropBodyAfter(5_000);
    assertComplete(batch);
    assertThat(subject.results().count(wire)).isGreaterThan(3);
  }

  @Test
  void neitherDoesAnotherOrderOfTheLines() {
    wire.scriptNext().reshuffle();
    BatchHandle batch = ended();
    subject.results().fault(wire).times(2).dropBodyAfter(9_000);
    assertComplete(batch);
  }

  @Test
  void neitherDoesCompression() {
    wire.scriptNext().gzip();
    BatchHandle batch = ended();
    subject.results().fault(wire).times(2).dropBodyAfter(1_000);
    assertComplete(batch);
  }

  @Test
  void neitherDoesAServerThatFailsMeanwhile() {
    BatchHandle batch = ended();
    results(0).dropBodyAfter(9_000);
    subject.results().fault(wire).once().respond(503);
    subject.results().fault(wire).once().header("Retry-After", "60").respond(429);
    subject.results().fault(wire).once().respond(404);
    subject.results().fault(wire).once().respond(200, HTML, "<html>\n<p>One moment.\n</html>\n");
    assertComplete(batch);
    assertThat(timer.sleeps()).hasSize(5).contains(Duration.ofSeconds(60));
  }

  @Test
  void neitherDoesAStreamThatStalls() {
    AtomicInteger reads = new AtomicInteger();
    Interceptor impatient =
        chain -> {
          Response response = chain.proceed(chain.request());
          boolean isFirst =
              chain.request().url().encodedPath().matches(subject.resultsPath())
                  && reads.getAndIncrement() == subject.results().before();
          return isFirst ? stalled(response, 9_000) : response;
        };
    BatchHandle batch = ended();
    OkHttpClient given = new OkHttpClient.Builder().addInterceptor(impatient).build();
    assertComplete(bed.client(bed.builder().okHttpClient(given)).open(batch.ref()));
    assertThat(reads).hasValueGreaterThan(1 + subject.results().before());
  }

  /** What OkHttp does at a read timeout, without the wait for it. */
  private static Response stalled(Response response, long after) {
    Source stalling =
        new ForwardingSource(Objects.requireNonNull(response.body()).source()) {
          private long left = after;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            if (left == 0) {
              throw new SocketTimeoutException("timeout");
            }
            long read = super.read(sink, Math.min(byteCount, left));
            left -= Math.max(read, 0);
            return read;
          }
        };
    return response.newBuilder().body(ResponseBody.create(Okio.buffer(stalling), null, -1)).build();
  }

  @Test
  void aStreamWithoutProgressFails() {
    BatchHandle batch = ended();
    subject.results().fault(wire).always().dropBodyAfter(2_000);
    try (BatchResults results = batch.results()) {
      assertThatThrownBy(() -> TestRequests.read(results)).isInstanceOf(TransportException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTruncationThatLooksLikeTheEndIsReportedByTheAudit(Framing framing) {
    BatchHandle batch = ended();
    results(0).truncate(9_000, framing);
    if (subject.showsCuts()) {
      assertComplete(batch);
      return;
    }
    try (BatchResults results = batch.results()) {
      ResultsAudit audit = new ResultsAudit(TestRequests.ids(REQUESTS));
      assertThat(TestRequests.read(results, audit::add)).hasSizeLessThan(REQUESTS);
      assertThat(audit.missing()).isNotEmpty();
      assertThat(audit.duplicates()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void noCallFollowsARedirectSoNoOtherOriginGetsTheKey(int status) {
    BatchHandle batch = client.submit(subject.input(1));
    timer.advance(TestBed.BATCH_TIME);
    OkHttpClient follower =
        new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
    BatchClient following = bed.client(bed.builder().okHttpClient(follower));
    try (TestBed elsewhere = new TestBed(subject)) {
      for (Call call : Call.values()) {
        for (String place : List.of(elsewhere.url() + "/batches", "/elsewhere")) {
          for (Step step : call.steps(subject)) {
            for (BatchClient by : List.of(client, following)) {
              wire.faults().clear();
              step.fault(wire).always().redirect(status, place);
              assertRefused(status, call.failure(subject, by, batch.ref()));
            }
          }
        }
      }
      assertThat(elsewhere.wire().requests()).isEmpty();
    }
  }

  private static void assertRefused(int status, BatchException error) {
    assertThat(error)
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> {
              assertThat(refused.httpStatus()).isEqualTo(status);
              assertThat(refused.retryable()).isFalse();
            });
  }
}
