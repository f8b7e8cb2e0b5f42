package io.batchwright.internal.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdLinesTest {
  private final IdLines ids = new IdLines();

  @Test
  void remembersTheFirstLineOfEachId() {
    assertThat(ids.contains("a")).isFalse();
    assertThat(ids.put("a", 1)).isZero();
    assertThat(ids.put("b", 2)).isZero();
    assertThat(ids.put("a", 3)).isEqualTo(1);
    assertThat(ids.put("a", 4)).isEqualTo(1);
    assertThat(ids.contains("a")).isTrue();
    assertThat(ids.contains("c")).isFalse();
  }

  @Test
  void remembersManyWhileItGrows() {
    int many = 300_000;
    for (int i = 1; i <= many; i++) {
      assertThat(ids.put("request-" + i, i)).isZero();
    }
    for (int i = 1; i <= many; i++) {
      assertThat(ids.put("request-" + i, many + i)).isEqualTo(i);
    }
    assertThat(ids.contains("request-0")).isFalse();
  }
}
