package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.batchwright.internal.lines.IdLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBagTest {
  @TempDir private Path dir;

  /** Once in memory alone, once through both files. */
  @ParameterizedTest
  @ValueSource(ints = {20_000, 3 * LineKeys.HELD + 5})
  void givesEachKeyBackAsOftenAsItWasAdded(int many) throws IOException {
    try (LineKeys keys = new LineKeys(dir)) {
      for (int i = 0; i < many; i++) {
        keys.add(IdLines.hash("request-" + i));
      }
      keys.add(IdLines.hash("request-7"));
      KeyBag bag = keys.bag();
      assertThat(bag.take(IdLines.hash("request-" + many))).isFalse();
      assertThat(bag.take(IdLines.hash("request-7"))).isTrue();
      assertThat(bag.take(IdLines.hash("request-7"))).isTrue();
      assertThat(bag.take(IdLines.hash("request-7"))).isFalse();
      for (int i = 0; i < many; i++) {
        assertThat(bag.isEmpty()).isFalse();
        assertThat(bag.take(IdLines.hash("request-" + i))).isEqualTo(i != 7);
      }
      assertThat(bag.isEmpty()).isTrue();
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void takesAnyNumberForAKey() throws IOException {
    KeyBag bag = KeyBag.of(5, dir);
    for (long key : new long[] {0, 1, -1, Long.MIN_VALUE, 0}) {
      bag.add(key);
    }
    assertThat(bag.take(0)).isTrue();
    assertThat(bag.take(0)).isTrue();
    assertThat(bag.take(0)).isFalse();
    assertThat(bag.take(1)).isTrue();
    assertThat(bag.take(-1)).isTrue();
    assertThat(bag.take(Long.MIN_VALUE)).isTrue();
    assertThat(bag.isEmpty()).isTrue();
    assertThat(KeyBag.empty().take(0)).isFalse();
  }

  @Test
  void staysInMemoryWhereThereIsNoFile() throws IOException {
    try (LineKeys keys = new LineKeys(dir.resolve("not there"))) {
      int many = LineKeys.HELD + 9; // a table of these still fits into memory
      for (int i = 0; i < many; i++) {
        keys.add(IdLines.hash("" + i));
      }
      KeyBag bag = keys.bag();
      for (int i = 0; i < many; i++) {
        assertThat(bag.take(IdLines.hash("" + i))).isTrue();
      }
      assertThat(bag.isEmpty()).isTrue();
    }
    assertThatThrownBy(() -> KeyBag.of(1_000_000, dir.resolve("not there")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void hasADifferentKeyForEachOfManyIds() {
    Set<Long> keys = new HashSet<>();
    for (int i = 0; i < 200_000; i++) {
      keys.add(IdLines.hash("" + i));
      keys.add(IdLines.hash("request_" + i));
    }
    assertThat(keys).hasSize(400_000);
  }
}
