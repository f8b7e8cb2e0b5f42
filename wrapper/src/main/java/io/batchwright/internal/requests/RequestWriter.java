package io.batchwright.internal.requests;

import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.io.IOException;
import java.io.OutputStream;

/** Writes requests in their frame, if they are those that were checked. Not thread-safe. */
final class RequestWriter {
  private final OutputStream out;
  private final Content checked;
  private final Content written = new Content();
  private final Slice start;
  private final Slice next;
  private final Slice beforeBody;
  private final Slice end;
  private boolean broken;

  RequestWriter(OutputStream out, Frame frame, Content checked) {
    this.out = out;
    this.checked = checked;
    this.start = Slice.of(frame.head() + frame.beforeId());
    this.next = Slice.of(frame.afterBody() + frame.separator() + frame.beforeId());
    this.beforeBody = Slice.of(frame.beforeBody());
    this.end = Slice.of(frame.afterBody() + frame.tail());
  }

  /** Writes a request, and returns true; false if it is bad, or more than was checked. */
  boolean write(RequestLine line) throws IOException {
    Slice id = line.quotedId();
    boolean first = written.count() == 0;
    written.add(id, line.body());
    if (line.refused() || written.exceeds(checked)) {
      return false;
    }
    put(first ? start : next);
    put(id);
    put(beforeBody);
    put(line.body());
    return true;
  }

  /** Writes the end, and returns true; false if what was written is not what was checked. */
  boolean finish() throws IOException {
    boolean same = written.matches(checked);
    if (same) {
      put(end);
    }
    return same;
  }

  private void put(Slice part) throws IOException {
    broken = true;
    out.write(part.bytes(), part.offset(), part.length());
    broken = false;
  }

  /** Returns whether nothing was written. */
  boolean isEmpty() {
    return written.count() == 0;
  }

  /** Returns whether the stream failed. */
  boolean broken() {
    return broken;
  }
}
