package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchHandle;
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
    try (Scene scene = new Scene(provider);
        EveryLog log = new EveryLog(scene.shown())) {
      for (Deed deed : Deed.values()) {
        // No deed makes more that differ; a wait only asks the same again.
        int requests = Math.min(deed.requests(scene), 4);
        assertThat(requests).as("requests to " + deed).isPositive();
        for (Failure failure : Failure.values()) {
          for (int first = 0; first < requests; first++) {
            BatchHandle batch = deed.batch(scene);
            scene.relay().answerAfter(first, failure.answer());
            scene.shown().attempt(() -> deed.run(scene, batch));
            scene.relay().pass();
          }
        }
      }
      assertThat(scene.shown().count()).isGreaterThan(1000);
      assertThat(scene.shown().has("answered 500 to")).as("logs are heard").isTrue();
      assertThat(scene.shown().has("There is no *** that is known")).isTrue();
      scene.shown().assertNoCanary();
    }
  }
}
