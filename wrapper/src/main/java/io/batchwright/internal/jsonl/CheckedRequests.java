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
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were looked through once, and are read again to be sent: the second reading must
 * give the same bytes.
 */
public final class CheckedRequests implements RequestSource {
  private final BatchInput input;
  private final RequestFormat format;
  private final long maxLine;
  private long count;
  private @Nullable String model;
  private long bytes;
  private long checksum;

  private CheckedRequests(BatchInput input, RequestFormat format, long maxLine) {
    this.input = input;
    this.format = format;
    this.maxLine = maxLine;
  }

  /**
   * Looks through an input.
   *
   * @throws InvalidInputException if it breaks a rule
   * @throws UncheckedIOException if it cannot be read
   */
  public static RequestSource check(BatchInput input, RequestFormat format, ProviderLimits limits) {
    if (input instanceof BatchInput.Uploaded uploaded) {
      return new UploadedRequests(uploaded.fileId());
    }
    CheckedRequests requests = new CheckedRequests(input, format, limits.maxBytes());
    InputCheck check = new InputCheck(limits);
    try {
      Writing sizing = requests.new Writing(OutputStream.nullOutputStream());
      try (RequestPass pass = RequestPass.begin(input, format, requests.maxLine)) {
        for (RequestLine line = pass.next(); line != null; line = pass.next()) {
          check.look(line);
          sizing.write(line);
        }
      }
      sizing.end();
      requests.bytes = sizing.bytes;
      requests.checksum = sizing.crc.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read: " + e, e);
    }
    check.finish(requests.bytes, input);
    requests.count = check.count();
    requests.model = check.model();
    return requests;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long byteCount() {
    return bytes;
  }

  @Override
  public @Nullable String model() {
    return model;
  }

  @Override
  public @Nullable String uploadedFileId() {
    return null;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Writing writing = new Writing(out);
    try (RequestPass pass = RequestPass.begin(input, format, maxLine)) {
      for (RequestLine line = pass.next(); line != null; line = pass.next()) {
        if (line.problem() != null || writing.bytes + sizeAtLeast(line) > bytes) {
          throw new InputChangedException();
        }
        writing.write(line);
      }
    }
    if (writing.bytes + tail().length != bytes || writing.crc.getValue() != checksum) {
      throw new InputChangedException();
    }
    writing.end();
  }

  private long sizeAtLeast(RequestLine line) {
    return (long) line.body().length() + tail().length;
  }

  private byte[] tail() {
    return format.tail().getBytes(StandardCharsets.UTF_8);
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "CheckedRequests[" + count + " requests, " + bytes + " bytes]";
  }

  /** Writes requests in the provider's form; the checksum covers all but the tail. */
  private final class Writing {
    private final OutputStream out;
    private final CRC32C crc = new CRC32C();
    private long bytes;
    private boolean begun;

    Writing(OutputStream out) {
      this.out = out;
    }

    void write(RequestLine line) throws IOException {
      put(begun ? format.separator() : format.head());
      begun = true;
      put(format.beforeId());
      put(new JsonPrimitive(String.valueOf(line.customId())).toString());
      put(format.beforeBody());
      put(line.body());
      put(format.afterBody());
    }

    void end() throws IOException {
      byte[] tail = tail();
      out.write(tail);
      bytes += tail.length;
    }

    private void put(String text) throws IOException {
      put(Slice.of(text));
    }

    private void put(Slice slice) throws IOException {
      out.write(slice.bytes(), slice.offset(), slice.length());
      crc.update(slice.bytes(), slice.offset(), slice.length());
      bytes += slice.length();
    }
  }
}
