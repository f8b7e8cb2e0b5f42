package io.batchwright.internal.results;

import io.batchwright.BatchResult;
import io.batchwright.ResultsOptions;
import io.batchwright.internal.lines.IdTable;
import io.batchwright.internal.lines.LineSink;
import io.batchwright.internal.lines.ResultLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads results in another order than that in which they are delivered: first all of them into a
 * private file. Memory holds a key and a place for each, and what is wrong with those that are
 * unreadable.
 */
final class SortedResults extends ResultReader {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}"); // fits into a key

  /** Ascending as numbers. */
  static final ToLongFunction<String> NUMERIC = SortedResults::number;

  private final ResultReader source;
  private final ToLongFunction<String> order;
  private final Path directory;

  /** The low bits of a place hold the length of a line, the high bits its offset. */
  private final int lengthBits;

  private final List<Unread> unreadable = new ArrayList<>();
  private long[] keys = new long[1 << 10]; // once sorted, the numbers of results after their ranks
  private long[] places = new long[1 << 10]; // or ~ the number of an unreadable result
  private int count;
  private int returned;
  private volatile @Nullable PrivateFile file;

  /** An unreadable result; its bytes are in the file alone if all of the line is there. */
  private record Unread(BatchResult.Unreadable result, long from, long length) {}

  /**
   * Creates a reader that reads nothing yet.
   *
   * @param source reads the results
   * @param order returns the key of an id
   * @param directory the folder for the file
   */
  SortedResults(ResultReader source, ToLongFunction<String> order, Path directory) {
    super(source.decoder, source.maxLine);
    this.source = source;
    this.order = order;
    this.directory = directory;
    this.lengthBits = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(maxLine);
  }

  /** Returns the order of options, or null if results come as they are delivered. */
  static @Nullable ToLongFunction<String> order(ResultsOptions options) {
    Collection<String> ids = options.orderOf();
    return ids == null ? (options.numericOrder() ? NUMERIC : null) : orderOf(ids);
  }

  /** Returns the order of some ids, of each the first place; all other ids come after them. */
  private static ToLongFunction<String> orderOf(Collection<String> ids) {
    IdTable places = new IdTable();
    int place = 0;
    for (String id : ids) {
      if (id == null) {
        throw new NullPointerException("customIds has null at place " + place);
      }
      place++;
      int unused = places.put(id, place);
    }
    return id -> Integer.toUnsignedLong(places.get(IdTable.hash(id)) - 1); // of none the largest
  }

  private static long number(String id) {
    if (!NUMBER.matcher(id).matches()) {
      throw new IllegalStateException(
          "The results cannot be sorted by number: the custom id \""
              + id
              + "\" is not a number; use withOrderOf, or the provider's order");
    }
    return Long.parseLong(id);
  }

  @Override
  @Nullable BatchResult read(LineSink sink) throws IOException {
    PrivateFile lines = file;
    if (lines == null) {
      lines = fill();
    }
    if (returned == count) {
      return null;
    }
    int delivered = (int) keys[returned];
    long place = places[delivered];
    returned++;
    if (place >= 0) {
      byte[] line = lines.read(place >>> lengthBits, (int) (place & (1L << lengthBits) - 1));
      sink.write(line, 0, line.length);
      sink.keep();
      return decoder.decode(withoutEnd(line), delivered + 1L);
    }
    Unread bad = unreadable.get((int) ~place);
    if (sink != LineSink.NONE) {
      lines.copy(bad.from, bad.length, sink);
      sink.keep();
    }
    boolean inFile = bad.result.bytes().length == 0 && bad.length > 0;
    return inFile
        ? withBytes(bad.result, withoutEnd(lines.read(bad.from, (int) bad.length)))
        : bad.result;
  }

  private PrivateFile fill() throws IOException {
    PrivateFile lines = PrivateFile.temporary(directory);
    file = lines;
    for (BatchResult result = source.next(lines); result != null; result = source.next(lines)) {
      add(result, lines.lastLine(), lines.kept());
    }
    lines.flush();
    sort();
    return lines;
  }

  /** Adds a result and its line; those without an id come last. */
  private void add(BatchResult result, long from, long to) throws IOException {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    String id = result.customId();
    keys[count] = id == null ? Long.MAX_VALUE : order.applyAsLong(id);
    if (from > Long.MAX_VALUE >>> lengthBits) {
      throw new IOException("Too many bytes of results to sort them");
    }
    places[count] = from << lengthBits | to - from;
    if (result instanceof BatchResult.Unreadable bad) {
      long length = isLine(bad) ? to - from : 0;
      boolean cut = length > bad.bytes().length + 2; // the longest end of a line
      unreadable.add(new Unread(cut ? bad : withBytes(bad, new byte[0]), from, length));
      places[count] = -unreadable.size();
    }
    count++;
  }

  /** Sorts what was added; equal keys stay in their order. */
  private void sort() {
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    for (int i = 0; i < count; i++) {
      long rank = Arrays.binarySearch(sorted, keys[i]);
      keys[i] = rank << Integer.SIZE | i;
    }
    Arrays.sort(keys, 0, count);
  }

  private static byte[] withoutEnd(byte[] line) {
    int end = line.length - 1;
    return Arrays.copyOf(line, end > 0 && line[end - 1] == '\r' ? end - 1 : end);
  }

  private static BatchResult.Unreadable withBytes(BatchResult.Unreadable bad, byte[] bytes) {
    return new ResultLine(bytes, bad.lineNumber(), bad.customId(), null)
        .unreadable(bad.error().message());
  }

  @Override
  public void close() {
    source.close();
    PrivateFile open = file;
    if (open != null) {
      open.close();
    }
  }
}
