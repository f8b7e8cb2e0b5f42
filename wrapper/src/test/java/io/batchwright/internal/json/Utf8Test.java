package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  private static boolean isValid(byte[] bytes) {
    return Utf8.isValid(bytes, 0, bytes.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "é", "漢", "😀", "\u0000\u007f\u0080\u07ff\u0800\uffff", "\ufeff"})
  void textsAreValidAtEveryPlace(String text) {
    for (int before = 0; before < 20; before++) {
      byte[] bytes = ("x".repeat(before) + text + "y").getBytes(StandardCharsets.UTF_8);
      assertThat(isValid(bytes)).as("%d", before).isTrue();
      assertThat(Utf8.isValid(bytes, before, bytes.length - 1)).as("%d", before).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0",
        "c080",
        "c1bf",
        "c3",
        "c328",
        "e282",
        "e28228",
        "e080af",
        "eda080",
        "edbfbf",
        "f09f98",
        "f0808080",
        "f4908080",
        "f8888080",
        "fe",
        "ff",
        "efbb"
      })
  void otherBytesAreInvalidAtEveryPlace(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    for (int before = 0; before < 20; before++) {
      byte[] bytes = new byte[before + bad.length + 9];
      Arrays.fill(bytes, (byte) 'a');
      System.arraycopy(bad, 0, bytes, before, bad.length);
      assertThat(isValid(bytes)).as("%d", before).isFalse();
      assertThat(isValid(Arrays.copyOf(bytes, before + bad.length))).as("%d", before).isFalse();
      assertThat(Utf8.isValid(bytes, 0, before)).as("%d", before).isTrue();
      assertThat(Utf8.isValid(bytes, before + bad.length, bytes.length)).isTrue();
    }
  }

  @Test
  void onlyTheGivenPartCounts() {
    byte[] bytes = "é漢😀".getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8.isValid(bytes, 0, 1)).isFalse();
    assertThat(Utf8.isValid(bytes, 1, 2)).isFalse();
    assertThat(Utf8.isValid(bytes, 2, 5)).isTrue();
    assertThat(Utf8.isValid(bytes, 2, 6)).isFalse();
    assertThat(Utf8.isValid(bytes, 3, 3)).isTrue();
  }

  @Test
  void longTextsAreCheckedToTheirEnd() {
    for (String part : new String[] {"é", "漢", "😀", "a😀"}) {
      for (int count = 250; count < 1_100; count += 7) {
        byte[] bytes = part.repeat(count).getBytes(StandardCharsets.UTF_8);
        assertThat(isValid(bytes)).as("%s %d", part, count).isTrue();
        assertThat(Utf8.isValid(bytes, 0, bytes.length - 1)).as("%s %d", part, count).isFalse();
      }
    }
  }

  @Test
  void agreesWithTheJdk() {
    Random random = new Random(11);
    int valid = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = new byte[random.nextInt(6)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (random.nextBoolean() ? 0xc0 + random.nextInt(64) : random.nextInt(256));
        if (at > 0 && random.nextInt(3) > 0) {
          bytes[at] = (byte) (0x80 + random.nextInt(64));
        }
      }
      boolean due = decodes(bytes);
      assertThat(isValid(bytes)).as("%s", HexFormat.of().formatHex(bytes)).isEqualTo(due);
      valid += due ? 1 : 0;
    }
    assertThat(valid).isBetween(10_000, 40_000);
  }

  private static boolean decodes(byte[] bytes) {
    try {
      CharBuffer unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
