package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were looked through once, and are read again to be sent: the second reading must
 * give the same ids and bodies.
 */
public final class CheckedRequests implements RequestSource {
  private final BatchInput input;
  private final RequestFormat format;
  private final long maxLine;
  private final Content content;

  /**
   * What the first reading found.
   *
   * @param count how many requests there are
   * @param model the model that they are for, or null
   * @param bytes how long the ids and bodies are
   * @param checksum over the ids and bodies
   * @param file the file that they are in, if it can be sent as it is
   */
  private record Content(
      long count, @Nullable String model, long bytes, long checksum, @Nullable RequestFile file) {}

  private CheckedRequests(BatchInput input, RequestFormat format, long maxLine, Content content) {
    this.input = input;
    this.format = format;
    this.maxLine = maxLine;
    this.content = content;
  }

  /**
   * Looks through an input.
   *
   * @param model the model that the options name, or null
   * @throws InvalidInputException if it breaks a rule
   * @throws UncheckedIOException if it cannot be read
   */
  public static RequestSource check(
      BatchInput input, RequestFormat format, ProviderLimits limits, @Nullable String model) {
    if (input instanceof BatchInput.Uploaded uploaded) {
      return new UploadedRequests(uploaded.fileId(), model);
    }
    String prefix = format.modelPrefix();
    String given = model == null || prefix == null ? model : RequestLine.bare(model, prefix);
    InputCheck check = new InputCheck(limits, given, prefix != null);
    Writing sizing = new Writing(OutputStream.nullOutputStream(), format);
    RequestFile file;
    boolean sendable = true;
    try (RequestPass pass = RequestPass.begin(input, format, limits.maxBytes())) {
      for (RequestLine line = pass.next(); line != null; line = pass.next()) {
        check.look(line);
        sizing.write(line);
        sendable &= line.sendable();
      }
      file = sendable ? pass.plainFile() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read: " + e, e);
    }
    Content content =
        new Content(check.count(), check.model(), sizing.content, sizing.crc.getValue(), file);
    CheckedRequests requests = new CheckedRequests(input, format, limits.maxBytes(), content);
    check.finish(requests.byteCount(), input);
    return requests;
  }

  @Override
  public long count() {
    return content.count();
  }

  /** Gives the file to send as it is, if that may be. */
  private @Nullable RequestFile unchanged() {
    return format.isLines() ? content.file() : null;
  }

  @Override
  public long byteCount() {
    RequestFile file = unchanged();
    if (file != null) {
      return file.byteCount();
    }
    long between = size(format.beforeId()) + size(format.beforeBody()) + size(format.afterBody());
    return size(format.head())
        + count() * between
        + Math.max(0, count() - 1) * size(format.separator())
        + content.bytes()
        + size(format.tail());
  }

  private static long size(String frame) {
    return Slice.of(frame).length();
  }

  @Override
  public @Nullable String model() {
    return content.model();
  }

  @Override
  public @Nullable String uploadedFileId() {
    return null;
  }

  @Override
  public RequestSource framed(RequestFormat other) {
    return new CheckedRequests(input, other, maxLine, content);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    RequestFile file = unchanged();
    if (file != null) {
      file.writeTo(out);
    } else {
      rewrite(out);
    }
  }

  private void rewrite(OutputStream out) throws IOException {
    Writing writing = new Writing(out, format);
    try (RequestPass pass = RequestPass.begin(input, format, maxLine)) {
      for (RequestLine line = pass.next(); line != null; line = pass.next()) {
        if (line.problem() != null || !writing.fits(line, content.bytes())) {
          throw new InputChangedException();
        }
        writing.write(line);
      }
    }
    if (writing.count != content.count()
        || writing.content != content.bytes()
        || writing.crc.getValue() != content.checksum()) {
      throw new InputChangedException();
    }
    writing.put(Slice.of(format.tail()));
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "CheckedRequests[" + count() + " requests, " + byteCount() + " bytes]";
  }

  /** Writes requests in the provider's form, all but the tail; ids and bodies are summed up. */
  private static final class Writing {
    private final OutputStream out;
    private final Slice head;
    private final Slice beforeId;
    private final Slice beforeBody;
    private final Slice afterBody;
    private final Slice separator;
    private final QuotedId id = new QuotedId();
    private final CRC32C crc = new CRC32C();
    private long content;
    private long count;

    Writing(OutputStream out, RequestFormat format) {
      this.out = out;
      this.head = Slice.of(format.head());
      this.beforeId = Slice.of(format.beforeId());
      this.beforeBody = Slice.of(format.beforeBody());
      this.afterBody = Slice.of(format.afterBody());
      this.separator = Slice.of(format.separator());
    }

    /** Says whether the content with this line is not longer than it may be. */
    boolean fits(RequestLine line, long most) {
      return content + id.of(line).length() + line.body().length() <= most;
    }

    void write(RequestLine line) throws IOException {
      put(count++ == 0 ? head : separator);
      put(beforeId);
      sum(id.of(line));
      put(beforeBody);
      sum(line.body());
      put(afterBody);
    }

    private void sum(Slice slice) throws IOException {
      put(slice);
      crc.update(slice.bytes(), slice.offset(), slice.length());
      content += slice.length();
    }

    void put(Slice slice) throws IOException {
      out.write(slice.bytes(), slice.offset(), slice.length());
    }
  }
}
