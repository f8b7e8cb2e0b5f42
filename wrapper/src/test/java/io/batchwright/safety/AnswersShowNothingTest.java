package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.sandbox.BatchScript;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.testing.ScriptedServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Successful calls show no more than failed ones, though all of it was sent and received. */
class AnswersShowNothingTest {
  private static final String ANSWER = new JsonPrimitive(Canaries.ANSWER).toString();

  /** Cannot be part of a valid JSON response. */
  private static final List<String> NO_JSON =
      List.of(Canaries.ANSWER, "{" + ANSWER + ":" + Canaries.ANSWER);

  private static final List<String> LINES =
      List.of(
          ANSWER,
          "{" + ANSWER + ":{}}",
          "{\"custom_id\":\"a\",\"key\":\"a\",\"result\":"
              + ANSWER
              + ",\"response\":"
              + ANSWER
              + "}",
          "{\"custom_id\":\"b\",\"key\":\"b\",\"result\":{\"type\":\"succeeded\",\"message\":"
              + ANSWER
              + "},\"response\":{\"status_code\":200,\"body\":"
              + ANSWER
              + "}}",
          "{\"custom_id\":\"c\",\"key\":\"c\",\"error\":{\"details\":" + ANSWER + "}}");

  @ParameterizedTest
  @EnumSource
  void everySuccessfulActionShowsNothing(Provider provider) {
    try (Environment env = new Environment(provider)) {
      for (UserAction action : UserAction.values()) {
        action.run(env, action.batch(env));
      }
      env.shown().show(env.client(), env.builder(), env.client().limits());
      assertThat(env.shown().has("responded 200 to")).as("logs are heard").isTrue();
      env.shown().assertNoCanary();

      List<RecordedRequest> sent = env.relay().front().requests();
      assertThat(sent)
          .anyMatch(request -> request.getHeaders().toMultimap().toString().contains(Canaries.KEY))
          .anyMatch(request -> ScriptedServer.body(request).contains("canary prompt"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noLineOfResultsShowsItself(Provider provider) {
    try (Environment env = new Environment(provider)) {
      BatchScript script = provider.control(env.sandbox()).scriptNext();
      LINES.forEach(script::rawLine);
      if (provider != Provider.GEMINI_INLINE) {
        NO_JSON.forEach(script::rawLine);
      }
      BatchHandle batch = env.ended();
      boolean succeeded = false;
      try (BatchResults results = batch.results()) {
        for (BatchResult result : results) {
          UserAction.show(env.shown(), result);
          succeeded |=
              result instanceof BatchResult.Succeeded ok && ok.text().equals(Canaries.ANSWER);
        }
      }
      assertThat(succeeded).isTrue();
      assertThat(env.shown().count()).isGreaterThan(LINES.size());
      env.shown().assertNoCanary();
    }
  }
}
