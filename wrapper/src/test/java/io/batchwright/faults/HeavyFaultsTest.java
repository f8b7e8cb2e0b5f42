package io.batchwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchRef;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.contract.Subject;
import io.batchwright.contract.Subjects;
import io.batchwright.contract.TestBed;
import io.batchwright.contract.TestRequests;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long or highly compressed content is read in a heap that could not hold it. A heap of 32 MB would
 * not suffice: lines of up to 16 MB are accepted, and the buffer that finds them has that size.
 */
@Tag("slow")
class HeavyFaultsTest {
  private static final int REQUESTS = 20;

  /** Reads the status twice and the results twice, and prints the outcome. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] args) {
      Subject provider = Objects.requireNonNull(Subjects.ALL.get(args[0]));
      try (BatchClient client = provider.builder().apiKey(TestBed.KEY).baseUrl(args[1]).build()) {
        BatchHandle batch = client.open(BatchRef.parse(args[2]));
        String seen = status(batch) + ", " + status(batch);
        System.out.println(seen + ", " + results(batch) + ", " + results(batch));
      }
    }

    private static String results(BatchHandle batch) {
      int succeeded = 0;
      int bad = 0;
      try (BatchResults results = batch.results()) {
        for (BatchResult result : results) {
          succeeded += result instanceof BatchResult.Succeeded ? 1 : 0;
          bad += result instanceof BatchResult.Unreadable ? 1 : 0;
        }
      }
      return succeeded + " answered " + bad + " bad";
    }

    private static String status(BatchHandle batch) {
      try {
        return batch.status().state().toString();
      } catch (BatchException e) {
        return Terms.of(e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic", "openai", "gemini inline"})
  void aSmallHeapIsEnough(String name) throws IOException, InterruptedException {
    Subject provider = Objects.requireNonNull(Subjects.ALL.get(name));
    try (Sandbox sandbox = Sandbox.builder().apiKey(TestBed.KEY).batchTime(Duration.ZERO).start();
        BatchClient client =
            provider.builder().apiKey(TestBed.KEY).baseUrl(provider.url(sandbox)).build()) {
      ProviderControl wire = provider.control(sandbox);
      wire.scriptNext().rawLine(Lines.long64("q-long"));
      BatchRef ref = client.submit(provider.input(TestRequests.ids(REQUESTS))).ref();
      wire.faults().on(Operation.RETRIEVE).rewrite(Bodies::long64);
      wire.faults().on(Operation.RETRIEVE).header("content-encoding", "gzip").rewrite(Bodies::bomb);
      provider.results().fault(wire).header("content-encoding", "gzip").rewrite(Lines::bomb);
      // Bytes after the end of an inline response are not a line.
      int bad = provider.results().operation() == Operation.RETRIEVE ? 1 : 2;
      String seen =
          ChildJvm.run(
              Reading.class, List.of("-Xmx64m"), name, provider.url(sandbox), ref.toString());
      assertThat(seen)
          .isEqualToIgnoringNewLines(
              "garbled, garbled, %d answered %d bad, %d answered 1 bad"
                  .formatted(REQUESTS, bad, REQUESTS));
    }
  }
}
