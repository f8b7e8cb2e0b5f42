package io.batchwright.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapedTextTest {
  private static final int KEPT = 16 << 10; // longer texts get their own array

  private static String decode(String written) {
    return decode(written.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(byte[] written) {
    byte[] json = new byte[written.length + 2];
    json[0] = '"';
    System.arraycopy(written, 0, json, 1, written.length);
    json[json.length - 1] = '"';
    try {
      return String.valueOf(new JsonCursor().over(json, 0, json.length).text());
    } catch (JsonFault e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyShortEscapeIsDecoded() {
    assertThat(decode("\\\"\\\\\\/\\b\\f\\n\\r\\t")).isEqualTo("\"\\/\b\f\n\r\t");
    assertThat(decode("a\\\\u0041")).isEqualTo("a\\u0041");
    assertThat(decode("\\\\\\\\n")).isEqualTo("\\\\n");
  }

  @Test
  void everyCharacterCanBeWrittenByItsNumber() {
    for (int unit = 0; unit < 0x10000; unit++) {
      String due = String.valueOf((char) unit);
      assertThat(decode(String.format("\\u%04x", unit))).as("%x", unit).isEqualTo(due);
      assertThat(decode(String.format("é\\u%04X.", unit))).isEqualTo("é" + due + ".");
    }
  }

  @Test
  void everyPlaneCanBeWrittenAsTwoHalves() {
    for (int point = 0x10000; point <= 0x10ffff; point += 0x101) {
      String due = Character.toString(point);
      String written = String.format("\\u%04x\\u%04X", (int) due.charAt(0), (int) due.charAt(1));
      assertThat(decode(written)).as("%x", point).isEqualTo(due);
      assertThat(decode("\\n" + written + "é")).as("%x", point).isEqualTo("\n" + due + "é");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\\ud83d, d83d",
        "\\ude00, de00",
        "a\\ud83d, 61 d83d",
        "\\ud83dA, d83d 41",
        "\\ud83d\\n, d83d a",
        "\\ud83d\\\\u, d83d 5c 75",
        "\\ud83d\\u0041, d83d 41",
        "\\ud83d\\ud83d\\ude00, d83d d83d de00",
        "\\ude00\\ud83d, de00 d83d",
        "\\ud83d\\ude00\\ude00, d83d de00 de00",
        "é\\ud83d漢\\u00e9\\tz, e9 d83d 6f22 e9 9 7a",
        "\\ud83d😀, d83d d83d de00"
      })
  void halvesOfCharactersStayAsTheyAre(String written, String units) {
    StringBuilder due = new StringBuilder();
    for (String unit : units.split(" ", -1)) {
      due.append((char) Integer.parseInt(unit, 16));
    }
    assertThat(decode(written)).isEqualTo(due.toString());
  }

  @Test
  void textsAroundTheSizeOfTheArrayThatIsKeptAreDecodedAlike() {
    for (String escape : new String[] {"\\n", "\\u00e9", "\\ud83d\\ude00", "\\ud83d"}) {
      String due = decode(escape);
      for (int length = KEPT - 15; length < KEPT + 3; length++) {
        String rest = "x".repeat(length - escape.length());
        assertThat(decode(rest + escape)).as("%d", length).isEqualTo(rest + due);
        assertThat(decode(escape + rest)).as("%d", length).isEqualTo(due + rest);
      }
    }
    assertThat(decode("\\n".repeat(KEPT))).isEqualTo("\n".repeat(KEPT));
  }

  @Test
  void everyMixtureIsReadAsItWasWritten() {
    String[] parts = {
      "é", "ÿ", "Ā", "漢", "😀", "\\n", "\\u00e9", "\\u00ff", "\\u6f22", "\\ud83d\\ude00", "\\ude00"
    };
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder written = new StringBuilder();
      StringBuilder due = new StringBuilder();
      for (int part = random.nextInt(9); part >= 0; part--) {
        String plain = "x".repeat(random.nextInt(40));
        String next = parts[random.nextInt(i % 2 == 0 ? parts.length : 2)];
        written.append(plain).append(next);
        due.append(plain).append(next.startsWith("\\") ? decode(next) : next);
      }
      assertThat(decode(written.toString())).isEqualTo(due.toString());
    }
  }

  @Test
  void oneTextLeavesNothingInTheNext() {
    assertThat(decode("\\t" + "y".repeat(100))).isEqualTo("\t" + "y".repeat(100));
    assertThat(decode("\\t")).isEqualTo("\t");
    assertThat(decode("\\ud83d" + "y".repeat(100))).hasSize(101);
    assertThat(decode("\\ta")).isEqualTo("\ta");
  }

  @Test
  void bytesThatAreNoUtf8AreReplacedAsInTheWholeText() {
    byte[][] bad = {{(byte) 0xc3}, {(byte) 0xe2, (byte) 0x82}, {(byte) 0xff}, {(byte) 0x82}};
    for (byte[] part : bad) {
      for (String escape :
          new String[] {"\\n", "\\u0082", "\\u00e9", "\\ud83d\\ude00", "\\ude00"}) {
        byte[] written = escape.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[2 * part.length + written.length];
        System.arraycopy(part, 0, bytes, 0, part.length);
        System.arraycopy(written, 0, bytes, part.length, written.length);
        System.arraycopy(part, 0, bytes, part.length + written.length, part.length);
        String replaced = new String(part, StandardCharsets.UTF_8);
        assertThat(decode(bytes)).isEqualTo(replaced + decode(escape) + replaced);
      }
    }
  }

  @Test
  void everyTwoBytesAreDecodedAsJavaDoesIt() {
    for (int lead = 0x80; lead <= 0xff; lead++) {
      for (int next = 0; next <= 0xff; next++) {
        byte[] bytes = "0123456\\n89abcdef".getBytes(StandardCharsets.US_ASCII);
        bytes[4] = (byte) lead;
        bytes[5] = (byte) (next < ' ' || next == '"' || next == '\\' ? ' ' : next);
        String due = new String(bytes, StandardCharsets.UTF_8).replace("\\n", "\n");
        assertThat(decode(bytes)).as("%x %x", lead, next).isEqualTo(due);
        String atEnd = new String(bytes, 0, 6, StandardCharsets.UTF_8);
        assertThat(decode(Arrays.copyOf(bytes, 6))).as("%x %x", lead, next).isEqualTo(atEnd);
      }
    }
  }
}
