package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchHandle;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the request and the server's failure: the key, a prompt and a response are in no
 * exception or its causes, no {@code toString}, no event, and no log at any level.
 */
class FailuresShowNothingTest {
  @ParameterizedTest
  @EnumSource
  void noFailureShowsWhatWasSentOrReceived(Provider provider) {
    try (Environment env = new Environment(provider)) {
      Map<UserAction, Integer> requests = new EnumMap<>(UserAction.class);
      for (UserAction action : UserAction.values()) {
        // No action sends more distinct requests; a wait only repeats the same one.
        requests.put(action, Math.min(action.requests(env), 4));
      }
      assertThat(requests.values()).allMatch(count -> count > 0);
      requests.forEach((action, count) -> failEachOf(action, count, env));
      assertThat(env.shown().count()).isGreaterThan(200);
      assertThat(env.shown().has("responded 500 to")).as("logs are heard").isTrue();
      assertThat(env.shown().has("There is no *** that is known")).isTrue();
      env.shown().assertNoCanary();
    }
  }

  /** Fails each request of an action, and all after it, in every way. */
  private static void failEachOf(UserAction action, int requests, Environment env) {
    for (Failure failure : Failure.values()) {
      for (int first = 0; first < requests; first++) {
        BatchHandle batch = action.batch(env);
        env.relay().respondAfter(first, failure.response());
        env.shown().attempt(() -> action.run(env, batch));
        env.relay().pass();
      }
    }
  }
}
