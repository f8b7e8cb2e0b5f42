package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Proves that callers do not notice where connections drop in 10 MB. */
class DroppedAnywhereTest {
  private static final int BUFFER = 64 << 10;
  private static final int DROPS_OF_A_LINE = 4; // after one more without a line, reading fails

  private static final List<byte[]> LINES = LargeFile.lines();
  private static final byte[] CONTENT = LargeFile.joined(LINES);
  private static final List<byte[]> WHOLE = read(List.of(CONTENT), false, List.of());

  /** A reading, and the offsets where it is interrupted. */
  private static final class Round {
    private final List<Integer> drops = new ArrayList<>();
    private int line = -1; // the current line
    private int ofLine;

    boolean takes(int drop, int inLine) {
      if (inLine == line && ofLine == DROPS_OF_A_LINE) {
        return false;
      }
      ofLine = inLine == line ? ofLine + 1 : 1;
      line = inLine;
      drops.add(drop);
      return true;
    }
  }

  @Test
  void theFileIsReadOnInTheMiddleWhereverItDrops() {
    List<Integer> places = places(400, 3_000);
    assertThat(places).hasSizeGreaterThan(5_000).contains(0, BUFFER - 1, BUFFER, CONTENT.length);
    for (Round round : rounds(places)) {
      assertSame(read(List.of(CONTENT), true, round.drops));
    }
  }

  @Test
  void theFileIsReadFromTheStartWhereverItDrops() {
    for (Round round : rounds(some(places(30, 100), 6))) {
      assertSame(read(List.of(CONTENT), false, round.drops));
    }
  }

  @Test
  void theFileIsReadFromTheStartInAnotherOrderWhereverItDrops() {
    List<byte[]> contents = List.of(CONTENT, swapped(0), swapped(2));
    Map<ByteBuffer, Integer> expected = counted(WHOLE);
    for (Round round : rounds(some(places(10, 40), 16))) {
      // Each drop costs two connections: one to detect that the order differs.
      List<Integer> drops = new ArrayList<>();
      for (int drop : round.drops) {
        drops.add(drop);
        drops.add(CONTENT.length);
      }
      assertThat(counted(read(contents, false, drops))).isEqualTo(expected);
    }
  }

  private static byte[] swapped(int line) {
    List<byte[]> swapped = new ArrayList<>(LINES);
    Collections.swap(swapped, line, line + 1);
    return LargeFile.joined(swapped);
  }

  @Test
  void theFileIsReadFromTheStartInAnyOrderWhereverItDrops() {
    Map<ByteBuffer, Integer> expected = counted(WHOLE);
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      List<byte[]> contents = new ArrayList<>(List.of(CONTENT));
      for (int i = 0; i < 2; i++) {
        List<byte[]> shuffled = new ArrayList<>(LINES);
        Collections.shuffle(shuffled, random);
        contents.add(LargeFile.joined(shuffled));
      }
      List<Integer> drops = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        drops.add(random.nextInt(CONTENT.length));
      }
      boolean ranges = seed % 2 == 1;
      assertThat(counted(read(contents, ranges, drops))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static List<byte[]> read(List<byte[]> contents, boolean ranges, List<Integer> drops) {
    List<byte[]> lines = new ArrayList<>();
    try (ResultStream results = new ResultsReader().open(new LargeFile(contents, ranges, drops))) {
      for (BatchResult result : results) {
        lines.add(result.bytes());
      }
    }
    return lines;
  }

  private static void assertSame(List<byte[]> lines) {
    assertThat(lines).hasSameSizeAs(WHOLE);
    for (int i = 0; i < lines.size(); i++) {
      if (!Arrays.equals(lines.get(i), WHOLE.get(i))) {
        assertThat(lines.get(i)).as("line %d", i).isEqualTo(WHOLE.get(i));
      }
    }
  }

  private static Map<ByteBuffer, Integer> counted(List<byte[]> lines) {
    Map<ByteBuffer, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(ByteBuffer.wrap(line), 1, Integer::sum));
    return counts;
  }

  /** Returns offsets near buffer boundaries, near line ends, and anywhere. */
  private static List<Integer> places(int ends, int others) {
    Random random = new Random(ends);
    Set<Integer> places = new TreeSet<>();
    for (int border = 0; border <= CONTENT.length; border += BUFFER) {
      around(border, 3, places);
    }
    around(CONTENT.length, 3, places);
    for (int i = 0; i < ends; i++) {
      around(nextLine(random.nextInt(CONTENT.length)), 2, places);
    }
    for (int i = 0; i < others; i++) {
      places.add(random.nextInt(CONTENT.length));
    }
    return List.copyOf(places);
  }

  private static void around(int place, int far, Set<Integer> places) {
    for (int at = place - far; at <= place + far; at++) {
      if (at >= 0 && at <= CONTENT.length) {
        places.add(at);
      }
    }
  }

  private static int nextLine(int place) {
    int at = place;
    while (CONTENT[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private static List<Integer> some(List<Integer> places, int step) {
    List<Integer> some = new ArrayList<>();
    for (int i = step / 2; i < places.size(); i += step) {
      some.add(places.get(i));
    }
    return some;
  }

  /** Distributes offsets over readings, each of which makes progress often enough. */
  private static List<Round> rounds(List<Integer> places) {
    List<Round> rounds = new ArrayList<>();
    int line = 0;
    int end = nextLine(0);
    for (int place : places) {
      while (place >= end && end < CONTENT.length) {
        end = nextLine(end);
        line++;
      }
      int inLine = line;
      if (rounds.stream().noneMatch(round -> round.takes(place, inLine))) {
        Round more = new Round();
        assertThat(more.takes(place, inLine)).isTrue();
        rounds.add(more);
      }
    }
    return rounds;
  }
}
