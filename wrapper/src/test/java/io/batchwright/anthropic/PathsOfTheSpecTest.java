package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.SpecPaths;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests go to the paths of the spec: the wrapper has no paths of its own (see {@code
 * WallsTest}), so renaming a path in the spec changes what is sent.
 */
class PathsOfTheSpecTest {
  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void everyOperationGoesToItsPathInTheSpec() throws IOException {
    Map<String, String> operations = SpecPaths.of("anthropic", "msgbatch_1");
    assertThat(operations.keySet())
        .containsExactlyInAnyOrder(
            Arrays.stream(Endpoint.values()).map(Endpoint::operationId).toArray(String[]::new));

    try (BatchClient client = mock.client()) {
      for (Endpoint endpoint : Endpoint.values()) {
        int before = mock.requests().size();
        endpoint.send(client, mock.ref("msgbatch_1"));
        RecordedRequest request = mock.requests().get(before);
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath())
            .isEqualTo(operations.get(endpoint.operationId()));
      }
    }
  }
}
