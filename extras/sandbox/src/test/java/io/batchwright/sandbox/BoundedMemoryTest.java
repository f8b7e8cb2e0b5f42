package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedMemoryTest {

  @Test
  void tenThousandPollsLeaveABoundedLog() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().time(new VirtualTime()).start()) {
      Http http = new Http(sandbox);
      String id = http.create("a");
      for (int i = 0; i < 10_000; i++) http.retrieve(id);

      assertThat(sandbox.anthropic().count(Operation.RETRIEVE)).isEqualTo(10_000);
      assertThat(sandbox.anthropic().requests()).hasSize(500);
    }
  }

  /** Runs in another JVM, because the build sets the heap of this one. */
  @Tag("slow")
  @ParameterizedTest
  @ValueSource(classes = {LargeBatch.class, LargeUpload.class, LargeInline.class})
  void aBatchLargerThanTheHeapIsServed(Class<?> program) throws Exception {
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(small.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("30000 lines");
  }
}
