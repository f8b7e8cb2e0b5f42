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
  void noFailureShowsWhatWasSentOrAnswered(Provider provider) {
    try (Scene scene = new Scene(provider)) {
      Map<Deed, Integer> requests = new EnumMap<>(Deed.class);
      for (Deed deed : Deed.values()) {
        // No action sends more distinct requests; a wait only repeats the same one.
        requests.put(deed, Math.min(deed.requests(scene), 4));
      }
      assertThat(requests.values()).allMatch(count -> count > 0);
      requests.forEach((deed, count) -> failEachOf(deed, count, scene));
      assertThat(scene.shown().count()).isGreaterThan(200);
      assertThat(scene.shown().has("answered 500 to")).as("logs are heard").isTrue();
      assertThat(scene.shown().has("There is no *** that is known")).isTrue();
      scene.shown().assertNoCanary();
    }
  }

  /** Fails each request of an action, and all after it, in every way. */
  private static void failEachOf(Deed deed, int requests, Scene scene) {
    for (Failure failure : Failure.values()) {
      for (int first = 0; first < requests; first++) {
        BatchHandle batch = deed.batch(scene);
        scene.relay().answerAfter(first, failure.answer());
        scene.shown().attempt(() -> deed.run(scene, batch));
        scene.relay().pass();
      }
    }
  }
}
