package io.batchwright.internal.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload is sent while it is read: it is not buffered in memory or on disk. */
@Tag("slow")
class LargeUploadTest {
  private static final int REQUESTS = 60;
  private static final int MEGABYTE = 1_000_000;

  /** Uploads 60 MB in a heap of less than half that size. */
  static final class Uploading {
    private Uploading() {}

    public static void main(String[] args) {
      String body = "{\"model\":\"m\",\"messages\":[],\"x\":\"" + "y".repeat(MEGABYTE) + "\"}";
      BatchInput input = BatchInput.of(() -> requests(body));
      try (BatchClient client = OpenAi.builder().apiKey("k").baseUrl(args[0]).build()) {
        System.out.println(client.submit(input).ref().id());
      }
    }

    private static Iterator<BatchRequest> requests(String body) {
      return IntStream.range(0, REQUESTS)
          .mapToObj(i -> BatchRequest.ofJson("req-" + i, body))
          .iterator();
    }
  }

  @Test
  void aHeapSmallerThanTheInputIsEnough(@TempDir Path temporary) throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(
              ChildJvm.run(
                  Uploading.class,
                  List.of("-Xmx28m", "-Djava.io.tmpdir=" + temporary),
                  sandbox.openAiUrl()))
          .startsWith("batch_");
      assertThat(sandbox.openAi().created()).isOne();
      assertThat(sandbox.openAi().requests())
          .filteredOn(call -> call.operation() == Operation.UPLOAD)
          .singleElement()
          .satisfies(call -> assertThat(call.bodySize()).isGreaterThan((long) REQUESTS * MEGABYTE));
      assertThat(entries(temporary)).isEmpty();
    }
  }

  private static Iterable<Path> entries(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith("hsperf")).toList();
    }
  }
}
