package io.batchwright.internal.results;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.testing.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million results are sorted in a heap that could not hold them. */
@Tag("slow")
class ManyResultsTest {
  private static final int COUNT = 1_000_000;

  /** Coprime to the count, so that its multiples reach each number once. */
  private static final int STRIDE = 617_293;

  /** Reads them by number and in a given order, and stops at the first that is out of order. */
  static final class Sorting {
    private Sorting() {}

    public static void main(String[] args) {
      try (BatchResults results = new ResultsReader().inNumericOrder(shuffled())) {
        System.out.println(read(results, place -> place));
      }
      try (BatchResults results = new ResultsReader().inOrderOf(new Backwards(), shuffled())) {
        System.out.println(read(results, place -> COUNT - 1 - place));
      }
    }

    private static ResultFile shuffled() {
      return (offset, tag) -> new ResultBytes(new Lines(), 0, null);
    }

    private static int read(BatchResults results, IntUnaryOperator idAt) {
      int place = 0;
      for (BatchResult result : results) {
        String id = Integer.toString(idAt.applyAsInt(place));
        if (!(result instanceof BatchResult.Succeeded) || !id.equals(result.customId())) {
          throw new AssertionError(result + " came at place " + place);
        }
        place++;
      }
      return place;
    }
  }

  /** The lines of the results, generated while they are read. */
  private static final class Lines extends InputStream {
    private static final int BLOCK = 1000;
    private InputStream block = InputStream.nullInputStream();
    private int made;

    @Override
    public int read() {
      throw new AssertionError("One byte at a time is too slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int count = block.read(target, from, length);
      if (count >= 0 || made == COUNT) {
        return count;
      }
      String text =
          IntStream.range(made, made + BLOCK)
              .mapToObj(i -> "{\"id\":\"" + (long) i * STRIDE % COUNT + "\",\"answer\":{}}\n")
              .collect(Collectors.joining());
      made += BLOCK;
      block = new ByteArrayInputStream(text.getBytes(US_ASCII));
      return block.read(target, from, length);
    }
  }

  /** All ids from the last to the first; as a list they would fill the heap. */
  private static final class Backwards extends AbstractCollection<String> {
    @Override
    public Iterator<String> iterator() {
      return IntStream.range(0, COUNT).mapToObj(i -> Integer.toString(COUNT - 1 - i)).iterator();
    }

    @Override
    public int size() {
      return COUNT;
    }
  }

  @Test
  void aHeapSmallerThanTheResultsIsEnough(@TempDir Path temporary) throws Exception {
    List<String> options = List.of("-Xmx64m", "-Djava.io.tmpdir=" + temporary);
    assertThat(ChildJvm.run(Sorting.class, options)).isEqualTo("1000000%n1000000%n".formatted());
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".spool"));
    }
  }
}
