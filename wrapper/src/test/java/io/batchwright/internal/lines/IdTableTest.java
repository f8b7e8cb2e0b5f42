package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdTableTest {
  private final IdTable ids = new IdTable();

  @Test
  void keepsTheFirstNumberOfEachId() {
    assertThat(ids.contains("a")).isFalse();
    assertThat(ids.put("a", 1)).isZero();
    assertThat(ids.put("b", 2)).isZero();
    assertThat(ids.put("a", 3)).isEqualTo(1);
    assertThat(ids.put("a", 4)).isEqualTo(1);
    assertThat(ids.contains("a")).isTrue();
    assertThat(ids.contains("c")).isFalse();
    assertThat(ids.get(IdTable.hash("b"))).isEqualTo(2);
    assertThat(ids.get(IdTable.hash("c"))).isZero();
  }

  @Test
  void keepsManyWhileItGrows() {
    int many = 300_000;
    for (int i = 1; i <= many; i++) {
      assertThat(ids.put("request-" + i, i)).isZero();
    }
    for (int i = 1; i <= many; i++) {
      assertThat(ids.put("request-" + i, many + i)).isEqualTo(i);
    }
    assertThat(ids.contains("request-0")).isFalse();
  }

  @Test
  void countsUpAndDownWithoutLosingWhatIsStoredAfterAnId() {
    int many = 20_000;
    for (int i = 0; i < many; i++) {
      ids.add(IdTable.hash("request-" + i), 1);
    }
    ids.add(IdTable.hash("request-7"), 1);
    for (int i = 0; i < many; i += 2) {
      ids.add(IdTable.hash("request-" + i), -1);
    }
    for (int i = 0; i < many; i++) {
      int due = i == 7 ? 2 : i % 2;
      assertThat(ids.get(IdTable.hash("request-" + i))).as("request-%d", i).isEqualTo(due);
    }
  }

  @Test
  void acceptsAnyHash() {
    long[] hashes = {0, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE, 64, 128};
    for (int i = 0; i < hashes.length; i++) {
      assertThat(ids.get(hashes[i])).isZero();
      ids.add(hashes[i], i + 1);
    }
    for (int i = 0; i < hashes.length; i++) {
      assertThat(ids.get(hashes[i])).isEqualTo(i + 1);
    }
  }

  @Test
  void aMillionEqualHashesAreOneEntry() {
    for (int i = 0; i < 1_000_000; i++) {
      ids.add(7, 1);
    }
    assertThat(ids.get(7)).isEqualTo(1_000_000);
  }

  @Test
  void hashesOfManyIdsDiffer() {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      hashes.add(IdTable.hash("" + i));
      hashes.add(IdTable.hash("request_" + i));
    }
    assertThat(hashes).hasSize(400_000);
  }
}
