package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.anthropic.Anthropic;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.sandbox.shaded.mockwebserver3.Dispatcher;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.Adapters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmExitTest {
  /** A program that closes nothing: it waits for batches and returns from main. */
  static final class Forgetful {
    private Forgetful() {}

    @SuppressWarnings({"FutureReturnValueIgnored", "resource"}) // closing nothing is the point
    public static void main(String[] args) {
      Anthropic.Builder builder = Anthropic.builder().apiKey("sk-test").baseUrl(args[0]);
      ProviderAdapter naming = Adapters.of(builder);
      BatchClient client = builder.build();
      for (int i = 0; i < 20; i++) {
        BatchHandle batch = client.open(naming.ref("msgbatch_" + i));
        batch.status();
        batch.awaitAsync(AwaitOptions.within(Duration.ofHours(26)));
      }
    }
  }

  @Test
  void theJvmEndsWithMainAlthoughWaitsAreOutstanding(@TempDir Path dir) throws Exception {
    Path output = dir.resolve("output");
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(running());
      server.start();
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Forgetful.class.getName(),
                  server.url("/").toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      // A thread of OkHttp's would keep the process running for a minute, a timer's for 26 hours.
      boolean ended = java.waitFor(45, TimeUnit.SECONDS);
      java.destroyForcibly();

      assertThat(ended).as(Files.readString(output)).isTrue();
      assertThat(java.exitValue()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output)).isEmpty();
      assertThat(server.getRequestCount()).isGreaterThanOrEqualTo(20);
    }
  }

  private static Dispatcher running() {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        String id = request.getUrl().pathSegments().get(3);
        return new MockResponse.Builder()
            .body("{\"id\":\"" + id + "\",\"processing_status\":\"in_progress\"}")
            .build();
      }
    };
  }
}
