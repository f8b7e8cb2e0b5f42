package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.wait.Events;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.ChildJvm;
import io.batchwright.testing.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No response can exhaust the memory: each one here is larger than the heap. */
@Tag("slow")
class BoundsTest {
  private static final String BEYOND =
      "unreadable (the line is longer than 16777216 bytes; that is a quarter of the heap: raise"
          + " -Xmx, or use saveTo)";

  private static final String TOO_LONG = "line 1: " + BEYOND;

  private static final String TWICE_UNAVAILABLE =
      "ProviderUnavailableException, ProviderUnavailableException";

  /** Reads a status and results from every kind of flood. */
  static final class Flooded {
    private Flooded() {}

    public static void main(String[] arguments) {
      for (Flood flood : Flood.values()) {
        String url = arguments[0] + "/" + flood;
        send("anthropic " + flood, Anthropic.builder().apiKey("k").baseUrl(url));
        send("gemini " + flood, Gemini.builder().apiKey("k").baseUrl(url));
      }
    }

    private static void send(String what, ClientBuilder<?> builder) {
      try (ProviderAdapter naming = Adapters.of(builder);
          BatchClient client = inNoTime(builder)) {
        BatchHandle batch = client.open(naming.ref("b"));
        String state = outcome(() -> batch.status().state().toString());
        System.out.println(what + ": " + state + ", " + outcome(() -> read(batch)));
      }
    }

    private static BatchClient inNoTime(ClientBuilder<?> builder) {
      return new AdapterClient(
          Adapters.of(builder),
          new Events(BatchListener.NONE, Runnable::run, Runnable::run),
          new VirtualClock());
    }

    private static String outcome(Supplier<String> call) {
      try {
        return call.get();
      } catch (BatchException e) {
        return e.getClass().getSimpleName();
      }
    }

    private static String read(BatchHandle batch) {
      List<String> read = new ArrayList<>();
      try (BatchResults results = batch.results()) {
        for (BatchResult result : results) {
          read.add(result.toString().replaceFirst(" at column \\d+", ""));
        }
      }
      return read.toString();
    }
  }

  @Test
  void everyFloodIsAnErrorOrAnUnreadableLineInAHeapThatIsSmaller() throws Exception {
    try (RawServer server =
        new RawServer((path, out) -> Flood.valueOf(path.split("/", 3)[1]).respond(out))) {
      String printed = ChildJvm.run(Flooded.class, List.of("-Xmx64m"), server.url());
      assertThat(printed.lines())
          .containsExactly(
              "anthropic ENDLESS_STATUS_LINE: TransportException, TransportException",
              "gemini ENDLESS_STATUS_LINE: TransportException, TransportException",
              "anthropic ENDLESS_HEADERS: TransportException, TransportException",
              "gemini ENDLESS_HEADERS: TransportException, TransportException",
              "anthropic ENDLESS_HEADER: TransportException, TransportException",
              "gemini ENDLESS_HEADER: TransportException, TransportException",
              "anthropic LONG_BODY: MalformedResponseException, [" + TOO_LONG + "]",
              "gemini LONG_BODY: MalformedResponseException, MalformedResponseException",
              "anthropic GZIP_BOMB: MalformedResponseException, [" + TOO_LONG + "]",
              "gemini GZIP_BOMB: MalformedResponseException, MalformedResponseException",
              "anthropic GZIP_BOMB_IN_AN_ERROR: " + TWICE_UNAVAILABLE,
              "gemini GZIP_BOMB_IN_AN_ERROR: " + TWICE_UNAVAILABLE,
              "anthropic DEEP_NESTING: MalformedResponseException, [" + TOO_LONG + "]",
              "gemini DEEP_NESTING: MalformedResponseException, MalformedResponseException",
              "anthropic DEEP_RESULT_IN_A_BATCH: MalformedResponseException, [" + TOO_LONG + "]",
              "gemini DEEP_RESULT_IN_A_BATCH: SUCCEEDED, [deep: " + BEYOND + ", last: cancelled]",
              "anthropic LONG_LINE: MalformedResponseException, [long: "
                  + BEYOND
                  + ", last: expired]",
              "gemini LONG_LINE: MalformedResponseException, MalformedResponseException",
              "anthropic GZIP_BOMB_IN_A_LINE: MalformedResponseException, [long: "
                  + BEYOND
                  + ", last: expired]",
              "gemini GZIP_BOMB_IN_A_LINE: MalformedResponseException, MalformedResponseException",
              "anthropic DEEP_LINE: MalformedResponseException, [deep: unreadable (malformed JSON), last:"
                  + " expired]",
              "gemini DEEP_LINE: MalformedResponseException, MalformedResponseException");
    }
  }
}
