package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpareTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Spare<String> spare = new Spare<>(() -> "number " + made.incrementAndGet());

  @Test
  void aReturnedBufferIsReusedOnce() {
    String first = spare.take();
    assertThat(first).isEqualTo("number 1");
    assertThat(spare.take()).isEqualTo("number 2");
    spare.giveBack(first);
    assertThat(spare.take()).isSameAs(first);
    assertThat(spare.take()).isEqualTo("number 3");
  }

  @Test
  void onlyOneIsKept() {
    spare.giveBack("a");
    spare.giveBack("b");
    assertThat(spare.take()).isEqualTo("b");
    assertThat(spare.take()).isEqualTo("number 1");
  }
}
