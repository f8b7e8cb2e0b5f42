package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestLine.Slice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were read and checked once, and are read again each time they are written: then
 * they must have the same ids and bodies. Nothing of them is held in memory.
 *
 * @param input where they are read
 * @param format how they are read and written
 * @param maxLine the longest line of a file
 * @param content what they were when they were checked
 * @param model the model in the options, or in all requests; null if there is none or several
 * @param report what was found, which is no more than warnings
 * @param progress receives how much was written, after each request
 */
public record CheckedRequests(
    BatchInput input,
    RequestFormat format,
    long maxLine,
    Content content,
    @Nullable String model,
    InputReport report,
    Progress progress)
    implements SizedBody {
  /** Receives how many bytes were written, and how many there are. */
  public interface Progress {
    /** Receives a count, from 1 to the total. */
    void written(long bytes, long total);
  }

  private static final String SEVERAL_TIMES =
      "; pass a collection, or an Iterable that returns a new iterator each time";

  /**
   * Checks an input.
   *
   * @throws InvalidInputException if it breaks a rule, or cannot be read
   */
  public static CheckedRequests check(
      BatchInput input, RequestFormat format, ProviderLimits limits) {
    RequestCheck check = new RequestCheck(format, limits);
    long maxLine = limits.maxBytes();
    try (RequestReader reader = new RequestReader(input, format, maxLine)) {
      for (RequestLine line = reader.next(); line != null; line = reader.next()) {
        check.add(line);
      }
    } catch (IOException e) {
      InvalidInputException unreadable = refused("The input cannot be read: " + e, 0, 0);
      unreadable.addSuppressed(e);
      throw unreadable;
    }
    InputReport report = check.finish(input);
    Progress none = (bytes, total) -> {};
    return new CheckedRequests(
        input, format, maxLine, check.content(), check.model(), report, none);
  }

  /** Returns the same requests in another frame, for a provider that has several. */
  public CheckedRequests framed(Frame frame) {
    return new CheckedRequests(input, format.in(frame), maxLine, content, model, report, progress);
  }

  /** Returns the same requests, which report how much of them was written. */
  public CheckedRequests reporting(Progress to) {
    return new CheckedRequests(input, format, maxLine, content, model, report, to);
  }

  /** Returns how many requests there are. */
  public long count() {
    return content.count();
  }

  @Override
  public long byteCount() {
    return format.frame().length(count()) + content.bytes();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Slice before = Slice.of(format.frame().head());
    Slice beforeBody = Slice.of(format.frame().beforeBody());
    Slice between = Slice.of(format.frame().between());
    Content written = new Content();
    try (RequestReader reader = new RequestReader(input, format, maxLine)) {
      for (RequestLine line = next(reader); line != null; line = next(reader)) {
        Slice id = line.quotedId();
        written.add(id, line.body());
        if (line.refused() || written.exceeds(content)) {
          throw changed();
        }
        for (Slice part : List.of(before, id, beforeBody, line.body())) {
          part.writeTo(out);
        }
        before = between;
        progress.written(format.frame().length(written.count()) + written.bytes(), byteCount());
      }
    }
    if (input instanceof BatchInput.Requests && written.count() == 0) {
      throw refused(
          "The sequence returned no request the second time: its iterator was consumed"
              + SEVERAL_TIMES);
    }
    if (!written.matches(content)) {
      throw changed();
    }
    Slice.of(format.frame().tail()).writeTo(out);
  }

  private @Nullable RequestLine next(RequestReader reader) {
    try {
      return reader.next();
    } catch (IOException | RuntimeException e) {
      InvalidInputException unreadable =
          refused(
              "The input could not be read a second time ("
                  + e.getClass().getSimpleName()
                  + ")"
                  + SEVERAL_TIMES);
      unreadable.addSuppressed(e);
      throw unreadable;
    }
  }

  private InvalidInputException changed() {
    return refused(
        "The input changed between validation and upload;"
            + " do not modify it while submit() runs");
  }

  private InvalidInputException refused(String message) {
    return refused(message, count(), byteCount());
  }

  private static InvalidInputException refused(String message, long requests, long bytes) {
    return new InvalidInputException(
        InputReport.builder()
            .requests(requests)
            .bytes(bytes)
            .problems(List.of(new Problem(0, null, message)), 1)
            .build());
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "CheckedRequests[" + count() + " requests, " + byteCount() + " bytes]";
  }
}
