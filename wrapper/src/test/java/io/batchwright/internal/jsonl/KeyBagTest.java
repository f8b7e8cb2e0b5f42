package io.batchwright.internal.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyBagTest {
  @Test
  void givesEachKeyBackAsOftenAsItWasAdded() {
    LineKeys keys = new LineKeys();
    for (int i = 0; i < 20_000; i++) {
      keys.add(LineKeys.ofId("request-" + i));
    }
    keys.add(LineKeys.ofId("request-7"));
    KeyBag bag = keys.bag();
    assertThat(bag.take(LineKeys.ofId("request-20000"))).isFalse();
    assertThat(bag.take(LineKeys.ofId("request-7"))).isTrue();
    assertThat(bag.take(LineKeys.ofId("request-7"))).isTrue();
    assertThat(bag.take(LineKeys.ofId("request-7"))).isFalse();
    for (int i = 0; i < 20_000; i++) {
      assertThat(bag.isEmpty()).isFalse();
      assertThat(bag.take(LineKeys.ofId("request-" + i))).isEqualTo(i != 7);
    }
    assertThat(bag.isEmpty()).isTrue();
    assertThat(new KeyBag().take(0)).isFalse();
  }

  @Test
  void hasADifferentKeyForEachOfManyIds() {
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      keys.add(LineKeys.ofId("" + i));
      keys.add(LineKeys.ofId("request_" + i));
    }
    assertThat(keys).hasSize(400_000);
  }
}
