package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxTest {

  @Test
  void startsOnAFreePortOfTheLoopbackInterface() throws IOException {
    try (Sandbox one = Sandbox.start();
        Sandbox other = Sandbox.start()) {
      assertThat(one.anthropicUrl()).isEqualTo("http://127.0.0.1:" + one.port() + "/anthropic");
      assertThat(one.port()).isPositive().isNotEqualTo(other.port());
      assertThat(new Http(one).create("a")).isNotEmpty();
      assertThat(one.anthropic().created()).isEqualTo(1);
      assertThat(other.anthropic().created()).isZero();
    }
  }

  @Test
  void aPortCanBeChosenAndIsFreeAgainAfterClose() {
    int port;
    try (Sandbox first = Sandbox.start()) {
      port = first.port();
      assertThatThrownBy(() -> Sandbox.builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class);
    }
    try (Sandbox second = Sandbox.builder().port(port).start()) {
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @Test
  void theSameSeedYieldsTheSameBytes() throws IOException {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static String run(long seed) throws IOException {
    try (Sandbox sandbox =
        Sandbox.builder().time(new VirtualTime()).batchTime(Duration.ZERO).seed(seed).start()) {
      Http http = new Http(sandbox);
      String id = http.create("a", "b", "c", "d", "e");
      return id + http.retrieve(id).header("request-id") + http.results(id).body();
    }
  }

  @Test
  void responsesHaveADateHeader() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().time(new VirtualTime()).start()) {
      Http http = new Http(sandbox);
      assertThat(http.get(Http.BATCHES).header("date")).isEqualTo("Wed, 19 Aug 2026 14:44:51 GMT");
      assertThat(http.get("/nowhere").header("date")).isEqualTo("Wed, 19 Aug 2026 14:44:51 GMT");
    }
  }

  @Test
  void itsThreadsDoNotKeepTheJvmRunning() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      new Http(sandbox).create("a");
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().startsWith("MockWebServer"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  @Test
  void closingTwiceDoesNothingAndNothingIsServedAfterwards() {
    Sandbox sandbox = Sandbox.start();
    Http http = new Http(sandbox);
    sandbox.close();
    sandbox.close();

    assertThatThrownBy(() -> http.create("a")).isInstanceOf(IOException.class);
  }

  @Test
  void theLogHoldsTheRequestsButDoesNotPrintTheKey() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      Http http = new Http(sandbox).headers("x-api-key", "sk-1", "anthropic-version", "2023-06-01");
      String body = Http.requests("a");
      http.post(Http.BATCHES, body);
      http.get("/nowhere?x=1");

      SandboxCall create = sandbox.anthropic().requests().get(0);
      assertThat(create.operation()).isEqualTo(Operation.CREATE);
      assertThat(create.method()).isEqualTo("POST");
      assertThat(create.target()).isEqualTo("/anthropic/v1/messages/batches");
      assertThat(create.header("x-api-key")).isEqualTo("sk-1");
      assertThat(create.bodySize()).isEqualTo(body.length());
      assertThat(create.toString()).doesNotContain("sk-1");
      SandboxCall lost = sandbox.anthropic().requests().get(1);
      assertThat(lost.operation()).isNull();
      assertThat(lost.target()).isEqualTo("/anthropic/nowhere?x=1");
    }
  }

  @Test
  void aBatchCannotEndBeforeItBegins() {
    assertThatThrownBy(() -> Sandbox.builder().batchTime(Duration.ofSeconds(-1)).start())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
