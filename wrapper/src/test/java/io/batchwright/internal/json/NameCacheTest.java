package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameCacheTest {
  private final NameCache names = new NameCache();

  private String name(String written) {
    byte[] bytes = ("{\"" + written + "\":1}").getBytes(StandardCharsets.UTF_8);
    JsonCursor cursor = new JsonCursor().over(bytes, 0, bytes.length);
    try {
      assertThat(cursor.enterObject() && cursor.nextMember()).isTrue();
      return cursor.name(names);
    } catch (JsonFault e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void returnsEveryNameUnchanged() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5000; i++) {
        assertThat(name("name_" + i)).isEqualTo("name_" + i);
      }
      assertThat(name("")).isEmpty();
      assertThat(name("é")).isEqualTo("é");
      assertThat(name("a\\u0062")).isEqualTo("ab");
      assertThat(name("ab")).isEqualTo("ab");
      assertThat(name("n".repeat(100))).isEqualTo("n".repeat(100));
    }
  }

  @Test
  void returnsTheSameStringForARepeatedName() {
    for (String name : List.of("custom_id", "type", "text")) {
      assertThat(name(name)).isSameAs(name(name));
    }
  }
}
