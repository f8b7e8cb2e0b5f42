package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over the requests of an input, from the first to the last. */
interface RequestPass extends Closeable {
  /** Gives the next request, or null at the end. */
  @Nullable RequestLine next() throws IOException;

  /**
   * Gives the file that all of the requests came from, if there is nothing in it but their lines;
   * known at the end, null if it is not so.
   */
  default @Nullable RequestFile plainFile() {
    return null;
  }

  @Override
  default void close() throws IOException {}

  /** Begins a pass over requests as the format has them. */
  static RequestPass begin(BatchInput input, RequestFormat format, long maxLine)
      throws IOException {
    RequestPass asTheyAre = open(input, format, maxLine);
    String prefix = format.modelPrefix();
    return prefix == null ? asTheyAre : modelApart(asTheyAre, prefix);
  }

  private static RequestPass open(BatchInput input, RequestFormat format, long maxLine)
      throws IOException {
    if (input instanceof BatchInput.Requests sequence) {
      return sequence(sequence.requests().iterator());
    }
    if (input instanceof BatchInput.JsonlFile jsonl) {
      return new FilePass(jsonl.file(), format.lines(), maxLine);
    }
    if (input instanceof BatchInput.Only only) {
      return picked(open(only.input(), format, maxLine), only.customIds());
    }
    throw new IllegalArgumentException("An uploaded file has no requests to read here");
  }

  private static RequestPass sequence(Iterator<BatchRequest> requests) {
    return new RequestPass() {
      private final RequestShape shape = new RequestShape();
      private long number;

      @Override
      public @Nullable RequestLine next() {
        if (!requests.hasNext()) {
          return null;
        }
        BatchRequest request = requests.next();
        return shape.ofBody(++number, request.customId(), request.bodyJson());
      }
    };
  }

  private static RequestPass modelApart(RequestPass all, String prefix) {
    return new RequestPass() {
      @Override
      public @Nullable RequestLine next() throws IOException {
        RequestLine line = all.next();
        return line == null ? null : line.modelApart(prefix);
      }

      @Override
      public @Nullable RequestFile plainFile() {
        return all.plainFile();
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }

  private static RequestPass picked(RequestPass all, Set<String> customIds) {
    return new RequestPass() {
      @Override
      public @Nullable RequestLine next() throws IOException {
        RequestLine line = all.next();
        while (line != null && (line.customId() == null || !customIds.contains(line.customId()))) {
          line = all.next();
        }
        return line;
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }
}
