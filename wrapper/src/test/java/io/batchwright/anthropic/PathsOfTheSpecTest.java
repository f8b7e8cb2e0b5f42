package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What goes out is what the spec says: the wrapper holds no path of its own (see {@code
 * WallsTest}), so a path renamed there changes what is sent.
 */
class PathsOfTheSpecTest {
  private static final Pattern LINE =
      Pattern.compile("  (?<path>/\\S+):|    (?<method>[a-z]+):|      operationId: (?<id>\\S+)");

  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  @Test
  void everyOperationGoesToItsPathInTheSpec() throws IOException {
    Map<String, String> operations = operations();
    assertThat(operations.keySet())
        .containsExactlyInAnyOrder(
            Arrays.stream(Endpoint.values()).map(Endpoint::operationId).toArray(String[]::new));

    try (BatchClient client = mock.client()) {
      for (Endpoint endpoint : Endpoint.values()) {
        int before = mock.requests().size();
        endpoint.ask(client, mock.ref("msgbatch_1"));
        RecordedRequest request = mock.requests().get(before);
        assertThat(request.getMethod() + " " + request.getUrl().encodedPath())
            .isEqualTo(operations.get(endpoint.operationId()));
      }
    }
  }

  /** Reads method and path of each operation; the spec is laid out regularly enough for it. */
  private static Map<String, String> operations() throws IOException {
    Path spec = Path.of(System.getProperty("basedir", "."), "..", "specs", "anthropic.yaml");
    Map<String, String> operations = new LinkedHashMap<>();
    String path = "";
    String method = "";
    for (String line : Files.readAllLines(spec)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group("path") != null) {
        path = matcher.group("path").replace("{batch_id}", "msgbatch_1");
      } else if (matcher.group("method") != null) {
        method = matcher.group("method").toUpperCase(Locale.ROOT);
      } else {
        operations.put(matcher.group("id"), method + " " + path);
      }
    }
    return operations;
  }
}
