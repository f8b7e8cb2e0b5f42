package io.batchwright.testing;

import io.batchwright.BatchException;
import io.batchwright.internal.results.ResultBytes;
import io.batchwright.internal.results.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of results with scripted responses, and complete ones after the script. */
public final class ScriptedFile implements ResultFile {
  private record Step(@Nullable Exception refusal, int breakAt, @Nullable IOException error) {}

  /** The requests: {@code offset/validator}. */
  public final List<String> requests = new ArrayList<>();

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Deque<byte[]> contents = new ArrayDeque<>();
  private byte[] content;
  private boolean ranges;
  private int chunk = Integer.MAX_VALUE;
  private int open;

  public ScriptedFile(String content) {
    this(content.getBytes(StandardCharsets.UTF_8));
  }

  public ScriptedFile(byte[] content) {
    this.content = content;
  }

  /** Supports opening in the middle. */
  public ScriptedFile ranges() {
    ranges = true;
    return this;
  }

  /** Delivers at most this many bytes at a time. */
  public ScriptedFile chunks(int size) {
    chunk = size;
    return this;
  }

  /** Interrupts a response at this offset of the file. */
  public ScriptedFile breaksAt(int place) {
    return breaksAt(place, new SocketException("Connection reset"));
  }

  public ScriptedFile breaksAt(int place, IOException error) {
    steps.add(new Step(null, place, error));
    return this;
  }

  /** Ends a response at this offset as if it were complete. */
  public ScriptedFile endsAt(int place) {
    steps.add(new Step(null, place, null));
    return this;
  }

  public ScriptedFile refuses(BatchException refusal) {
    steps.add(new Step(refusal, 0, null));
    return this;
  }

  public ScriptedFile fails(IOException error) {
    steps.add(new Step(error, 0, null));
    return this;
  }

  /** Changes the contents each time the file is opened at its start. */
  public ScriptedFile becomes(String other) {
    contents.add(other.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Returns the number of responses that were not closed. */
  public int open() {
    return open;
  }

  @Override
  public ResultBytes open(long offset, @Nullable String validator) throws IOException {
    requests.add(offset + "/" + validator);
    boolean middle = ranges && validator != null && validator.equals(tag());
    if (requests.size() > 1 && !middle && !contents.isEmpty()) {
      content = contents.remove();
    }
    Step step = steps.isEmpty() ? new Step(null, content.length, null) : steps.remove();
    if (step.refusal() instanceof BatchException refusal) {
      throw refusal;
    }
    if (step.refusal() instanceof IOException failure) {
      throw failure;
    }
    int from = middle ? (int) offset : 0;
    open++;
    return new ResultBytes(new Reply(content, from, step), from, ranges ? tag() : null);
  }

  private String tag() {
    return "tag" + System.identityHashCode(content);
  }

  private final class Reply extends InputStream {
    private final byte[] bytes;
    private final int end;
    private final @Nullable IOException error;
    private int place;
    private boolean closed;

    Reply(byte[] bytes, int from, Step step) {
      this.bytes = bytes;
      this.place = from;
      this.end = Math.max(from, Math.min(step.breakAt(), bytes.length));
      this.error = step.error();
    }

    @Override
    public int read() {
      throw new AssertionError("One byte at a time is too slow");
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (closed) {
        throw new AssertionError("Read after close");
      }
      if (place == end) {
        if (error != null) {
          throw error;
        }
        return -1;
      }
      int count = Math.min(Math.min(length, chunk), end - place);
      System.arraycopy(bytes, place, target, from, count);
      place += count;
      return count;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open--;
      }
    }
  }
}
