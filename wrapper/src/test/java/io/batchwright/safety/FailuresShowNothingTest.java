package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchHandle;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is asked, and however a server fails: the key, a prompt and an answer are in no
 * exception with its causes, no {@code toString}, no event, and no log at any level.
 */
class FailuresShowNothingTest {
  @ParameterizedTest
  @EnumSource
  void noFailureShowsWhatWasSentOrAnswered(Provider provider) {
    try (Scene scene = new Scene(provider)) {
      Map<Deed, Integer> requests = new EnumMap<>(Deed.class);
      for (Deed deed : Deed.values()) {
        // No deed makes more that differ; a wait only asks the same again.
        requests.put(deed, Math.min(deed.requests(scene), 4));
      }
      assertThat(requests.values()).allMatch(count -> count > 0);
      requests.forEach((deed, count) -> failEachOf(deed, count, scene));
      assertThat(scene.shown().count()).isGreaterThan(200);
      assertThat(scene.shown().has("responded 500 to")).as("logs are heard").isTrue();
      assertThat(scene.shown().has("There is no *** that is known")).isTrue();
      scene.shown().assertNoCanary();
    }
  }

  /** Has each request of a deed fail, and all after it, in every way. */
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
