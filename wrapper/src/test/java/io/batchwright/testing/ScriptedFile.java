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

/** A file of results that answers by script, and with all of its bytes when the script is over. */
public final class ScriptedFile implements ResultFile {
  private record Step(@Nullable Exception refusal, int breakAt, @Nullable IOException error) {}

  /** What was asked for: {@code offset/validator}. */
  public final List<String> asked = new ArrayList<>();

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

  /** Lets it be opened in the middle. */
  public ScriptedFile ranges() {
    ranges = true;
    return this;
  }

  /** Gives at most this many bytes at a time. */
  public ScriptedFile chunks(int size) {
    chunk = size;
    return this;
  }

  /** Breaks an answer off when it has come to this place in the file. */
  public ScriptedFile breaksAt(int place) {
    return breaksAt(place, new SocketException("Connection reset"));
  }

  public ScriptedFile breaksAt(int place, IOException error) {
    steps.add(new Step(null, place, error));
    return this;
  }

  /** Lets an answer end at this place as if that were all. */
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

  /** Holds other bytes each time that it is opened again from its start. */
  public ScriptedFile becomes(String other) {
    contents.add(other.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Counts answers that were not closed. */
  public int open() {
    return open;
  }

  @Override
  public ResultBytes open(long offset, @Nullable String validator) throws IOException {
    asked.add(offset + "/" + validator);
    boolean middle = ranges && validator != null && validator.equals(tag());
    if (asked.size() > 1 && !middle && !contents.isEmpty()) {
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
    return new ResultBytes(new Answer(content, from, step), from, ranges ? tag() : null);
  }

  private String tag() {
    return "tag" + System.identityHashCode(content);
  }

  private final class Answer extends InputStream {
    private final byte[] bytes;
    private final int end;
    private final @Nullable IOException error;
    private int place;
    private boolean closed;

    Answer(byte[] bytes, int from, Step step) {
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
