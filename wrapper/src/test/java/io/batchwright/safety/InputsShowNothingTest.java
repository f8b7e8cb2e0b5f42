package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonPrimitive;
import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An invalid input is reported by its lines, without the prompt or the key. */
class InputsShowNothingTest {
  private static final String PROMPT = new JsonPrimitive(Canaries.PROMPT).toString();

  @ParameterizedTest
  @EnumSource
  void noProblemOfALineShowsTheLine(Provider provider, @TempDir Path dir) throws IOException {
    Path file = dir.resolve("requests.jsonl");
    try (Scene scene = new Scene(provider)) {
      List<String> lines = badLines();
      for (String line : lines) {
        BatchInput input = BatchInput.ofFile(Files.writeString(file, line + "\n"));
        scene
            .shown()
            .show(scene.client().validate(input), scene.client().validate(input).problems());
      }
      refused(scene, BatchInput.ofFile(Files.write(file, lines)));
      refused(scene, BatchInput.ofFile(dir.resolve("missing")));
      refused(scene, BatchInput.ofFile(Files.write(file, lines)).only(List.of("request-1", "zz")));
      assertThat(scene.relay().passed()).isZero();
      scene.shown().assertNoCanary();
    }
  }

  private static List<String> badLines() {
    return Stream.of(
            "{'custom_id':'request-1','body':{'system':PROMPT}",
            "{'custom_id':'request-1','body':{'system':'x' PROMPT}}",
            "{'custom_id':'request-1','body':PROMPT}",
            "{'custom_id':'request-1','body':{'model':[PROMPT]}}",
            "{'custom_id':PROMPT,'body':[]}",
            "{'custom_id':[PROMPT],'body':{}}",
            "{'custom_id':'request-1',PROMPT:{}}",
            "{'custom_id':'request-1','method':PROMPT,'url':PROMPT,'body':{'model':'m'}}",
            "{'custom_id':'request-1','body':{'model':'m','stream':true,'x':PROMPT}}",
            "{'custom_id':'request-1','custom_id':'request-2','body':{'x':PROMPT}}",
            "{'key':7,'request':{'x':PROMPT}}",
            "{'custom_id':'request-1','body':{'model':'m','x':PROMPT}} PROMPT",
            "PROMPT",
            Canaries.PROMPT,
            "{" + Canaries.KEY)
        .map(line -> line.replace('\'', '"').replace("PROMPT", PROMPT))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void noRequestFromMemoryShowsItsBody(Provider provider) {
    try (Scene scene = new Scene(provider)) {
      scene.shown().show(provider.ask("request-1"), BatchRequest.of("a", provider.body(PROMPT)));
      scene.shown().attempt(() -> BatchRequest.of("a", PROMPT));
      scene.shown().attempt(() -> BatchRequest.of("a", Map.of(PROMPT, Double.NaN)));
      scene.shown().attempt(() -> BatchRequest.of("a", Map.of(PROMPT, BatchClient.class)));
      refused(scene, BatchInput.of(BatchRequest.ofJson("request-1", "{" + PROMPT)));
      refused(scene, BatchInput.of(BatchRequest.ofJson("", "{\"x\":" + PROMPT + "}")));
      refused(scene, changing(provider));
      scene.shown().assertNoCanary();
    }
  }

  /** Returns another request each time it is read. */
  private static BatchInput changing(Provider provider) {
    int[] reading = {0};
    return BatchInput.of(
        () ->
            List.of(BatchRequest.of("request-1", provider.body(PROMPT + reading[0]++))).iterator());
  }

  private static void refused(Scene scene, BatchInput input) {
    scene.shown().show(input);
    Throwable refusal = catchThrowable(() -> scene.client().submit(input));
    assertThat(refusal).as("the refusal").isNotNull();
    scene.shown().attempt(() -> throwIt(refusal));
  }

  private static void throwIt(Throwable refusal) throws Throwable {
    throw refusal;
  }
}
