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
    try (Environment env = new Environment(provider)) {
      List<String> lines = badLines();
      for (String line : lines) {
        BatchInput input = BatchInput.ofFile(Files.writeString(file, line + "\n"));
        env.shown().show(env.client().validate(input), env.client().validate(input).problems());
      }
      refused(env, BatchInput.ofFile(Files.write(file, lines)));
      refused(env, BatchInput.ofFile(dir.resolve("missing")));
      refused(env, BatchInput.ofFile(Files.write(file, lines)).only(List.of("request-1", "zz")));
      assertThat(env.relay().passed()).isZero();
      env.shown().assertNoCanary();
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
    try (Environment env = new Environment(provider)) {
      env.shown().show(provider.input("request-1"), BatchRequest.of("a", provider.body(PROMPT)));
      env.shown().attempt(() -> BatchRequest.of("a", PROMPT));
      env.shown().attempt(() -> BatchRequest.of("a", Map.of(PROMPT, Double.NaN)));
      env.shown().attempt(() -> BatchRequest.of("a", Map.of(PROMPT, BatchClient.class)));
      refused(env, BatchInput.of(BatchRequest.ofJson("request-1", "{" + PROMPT)));
      refused(env, BatchInput.of(BatchRequest.ofJson("", "{\"x\":" + PROMPT + "}")));
      refused(env, changing(provider));
      env.shown().assertNoCanary();
    }
  }

  /** Returns another request each time it is read. */
  private static BatchInput changing(Provider provider) {
    int[] reading = {0};
    return BatchInput.of(
        () ->
            List.of(BatchRequest.of("request-1", provider.body(PROMPT + reading[0]++))).iterator());
  }

  private static void refused(Environment env, BatchInput input) {
    env.shown().show(input);
    Throwable refusal = catchThrowable(() -> env.client().submit(input));
    assertThat(refusal).as("the refusal").isNotNull();
    env.shown().attempt(() -> throwIt(refusal));
  }

  private static void throwIt(Throwable refusal) throws Throwable {
    throw refusal;
  }
}
