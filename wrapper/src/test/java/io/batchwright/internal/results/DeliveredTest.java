package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.internal.lines.IdTable;
import org.junit.jupiter.api.Test;

class DeliveredTest {
  private final Delivered delivered = new Delivered();

  @Test
  void eachKeyIsExpectedAsOftenAsItWasAdded() {
    int many = 20_000;
    for (int i = 0; i < many; i++) {
      delivered.add(IdTable.hash("request-" + i));
    }
    delivered.add(IdTable.hash("request-7"));
    assertThat(delivered.incomplete()).isFalse();
    assertThat(delivered.repeats(IdTable.hash("request-7"))).isFalse();

    for (int round = 0; round < 2; round++) {
      delivered.expectAll();
      assertThat(delivered.repeats(IdTable.hash("request-" + many))).isFalse();
      for (int i = 0; i < many; i++) {
        assertThat(delivered.incomplete()).isTrue();
        assertThat(delivered.repeats(IdTable.hash("request-" + i))).isTrue();
        assertThat(delivered.repeats(IdTable.hash("request-" + i))).isEqualTo(i == 7);
      }
      assertThat(delivered.incomplete()).isFalse();
    }
  }
}
