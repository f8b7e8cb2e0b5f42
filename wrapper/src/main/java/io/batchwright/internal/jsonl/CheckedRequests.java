package io.batchwright.internal.jsonl;

import com.google.gson.JsonPrimitive;
import io.batchwright.BatchInput;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.jsonl.RequestLine.Slice;
import io.batchwright.spi.InputChangedException;
import io.batchwright.spi.RequestFormat;
import io.batchwright.spi.RequestSource;
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
   */
  private record Content(long count, @Nullable String model, long bytes, long checksum) {}

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
    try (RequestPass pass = RequestPass.begin(input, format, limits.maxBytes())) {
      for (RequestLine line = pass.next(); line != null; line = pass.next()) {
        check.look(line);
        sizing.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read: " + e, e);
    }
    Content content =
        new Content(check.count(), check.model(), sizing.content, sizing.crc.getValue());
    CheckedRequests requests = new CheckedRequests(input, format, limits.maxBytes(), content);
    check.finish(requests.byteCount(), input);
    return requests;
  }

  @Override
  public long count() {
    return content.count();
  }

  @Override
  public long byteCount() {
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
    Writing writing = new Writing(out, format);
    try (RequestPass pass = RequestPass.begin(input, format, maxLine)) {
      for (RequestLine line = pass.next(); line != null; line = pass.next()) {
        if (line.problem() != null || writing.contentWith(line) > content.bytes()) {
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
    private final RequestFormat format;
    private final CRC32C crc = new CRC32C();
    private long content;
    private long count;

    Writing(OutputStream out, RequestFormat format) {
      this.out = out;
      this.format = format;
    }

    private static Slice id(RequestLine line) {
      return Slice.of(new JsonPrimitive(String.valueOf(line.customId())).toString());
    }

    /** Gives how long all content would be with this line. */
    long contentWith(RequestLine line) {
      return content + id(line).length() + line.body().length();
    }

    void write(RequestLine line) throws IOException {
      put(Slice.of(count++ == 0 ? format.head() : format.separator()));
      put(Slice.of(format.beforeId()));
      sum(id(line));
      put(Slice.of(format.beforeBody()));
      sum(line.body());
      put(Slice.of(format.afterBody()));
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
