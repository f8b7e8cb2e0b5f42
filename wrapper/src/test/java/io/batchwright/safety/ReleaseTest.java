package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.testing.PromptSockets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed client leaves no thread, no connection and no file. */
@Isolated("counts threads and files of the whole JVM")
class ReleaseTest {
  private static final AwaitOptions LONG = AwaitOptions.within(Duration.ofHours(26));

  @BeforeEach
  @AfterEach
  void noThreadOfAnyClientIsThere() throws InterruptedException {
    OwnThreads.awaitNone();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasUsedIsFreed(Provider provider) throws InterruptedException {
    try (Environment env = new Environment(provider)) {
      BatchHandle ended = env.ended();
      PromptSockets connections = env.relay().front().sockets();
      env.client().close();
      connections.awaitNoneOpen();
      int before = connections.accepted();

      BatchClient client = env.builder().build();
      BatchHandle batch = client.submit(provider.input("request-1"));
      CompletableFuture<BatchStatus> wait = batch.awaitAsync(LONG);
      client.list(ListOptions.all().withLimit(2)).forEach(Objects::requireNonNull);
      try (BatchResults results = client.open(ended.ref()).results()) {
        assertThat(results).hasSize(2);
      }
      assertThat(batch.cancel().orElseThrow().status()).isNotNull();
      assertThat(OwnThreads.count()).isPositive();
      assertThat(connections.accepted()).isGreaterThan(before);

      client.close();
      assertThatThrownBy(wait::join).hasRootCauseInstanceOf(IllegalStateException.class);
      connections.awaitNoneOpen();
      OwnThreads.awaitNone();
      assertThat(OpenFile.named("/batchwright-")).as("but for the sandbox's own").hasSize(1);
    }
  }

  /** Only the close wakes a thread that reads from a server that sends nothing. */
  @ParameterizedTest
  @EnumSource
  void waitsForAServerThatStallsAreBrokenOff(Provider provider) throws InterruptedException {
    try (Environment env = new Environment(provider)) {
      BatchHandle batch = env.running();
      PromptSockets connections = env.relay().front().sockets();
      env.client().close();
      connections.awaitNoneOpen();
      for (boolean given : new boolean[] {false, true}) {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        env.relay().change(response -> stall(response, requested, over));
        BatchClient client =
            given ? env.builder().okHttpClient(new OkHttpClient()).build() : env.builder().build();
        CompletableFuture<BatchStatus> wait = client.open(batch.ref()).awaitAsync(LONG);
        requested.await();

        client.close();
        assertThatThrownBy(wait::join).hasRootCauseInstanceOf(IllegalStateException.class);
        OwnThreads.awaitNone();
        // The server checks the connection again only now, and finds it closed.
        over.countDown();
        connections.awaitNoneOpen();
      }
    }
  }

  private static MockResponse stall(
      MockResponse response, CountDownLatch requested, CountDownLatch over) {
    requested.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return response;
  }

  @ParameterizedTest
  @EnumSource
  void resultsThatAreReadStillAreFreedWhenTheyAreClosed(Provider provider)
      throws InterruptedException {
    try (Environment env = new Environment(provider)) {
      BatchHandle ended = env.ended();
      env.client().close();
      BatchClient client = env.builder().build();
      List<String> read = new ArrayList<>();
      try (BatchResults results = client.open(ended.ref()).results()) {
        Iterator<BatchResult> rest = results.iterator();
        read.add(rest.next().customId());
        client.close();
        rest.forEachRemaining(result -> read.add(result.customId()));
      }
      assertThat(read).containsExactlyInAnyOrder("request-1", "request-2");
      env.relay().front().sockets().awaitNoneOpen();
    }
  }

  /**
   * OkHttp's own threads are shared by all clients of the process, and end with the last of them.
   */
  @Test
  void manyClientsLeaveNoMoreThanOne() throws InterruptedException {
    try (Environment env = new Environment(Provider.ANTHROPIC)) {
      BatchHandle batch = env.running();
      useAndClose(env, batch, 3);
      long sockets = OpenFile.named("socket:").size();
      long threads = OwnThreads.ofOkHttp();

      useAndClose(env, batch, 40);
      // Some come and go at any time; a leak would add one for each client.
      assertThat((long) OpenFile.named("socket:").size()).isLessThan(sockets + 10);
      assertThat(OwnThreads.ofOkHttp()).isLessThan(threads + 10);
    }
  }

  private static void useAndClose(Environment env, BatchHandle batch, int clients)
      throws InterruptedException {
    for (int i = 0; i < clients; i++) {
      try (BatchClient client = env.builder().build()) {
        CompletableFuture<BatchStatus> unused = client.open(batch.ref()).awaitAsync(LONG);
        assertThat(client.open(batch.ref()).status()).isNotNull();
      }
    }
    env.client().close();
    env.relay().front().sockets().awaitNoneOpen();
    OwnThreads.awaitNone();
  }
}
