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
    try (RequestReader reader = new RequestReader(input, format, limits.maxBytes())) {
      for (RequestLine line = reader.next(); line != null; line = reader.next()) {
        check.add(line);
      }
    } catch (IOException e) {
      throw because(e, refused("The input cannot be read: " + e, 0, 0));
    }
    InputReport report = check.finish(input);
    return new CheckedRequests(
        input, format, limits.maxBytes(), check.content(), check.model(), report, (n, of) -> {});
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
    Slice head = Slice.of(format.frame().head());
    Slice beforeBody = Slice.of(format.frame().beforeBody());
    Slice between = Slice.of(format.frame().between());
    Slice tail = Slice.of(format.frame().tail());
    Content written = new Content();
    long total = byteCount();
    long bytes = tail.length(); // so that the last request completes the total
    try (RequestReader reader = new RequestReader(input, format, maxLine)) {
      for (RequestLine line = next(reader); line != null; line = next(reader)) {
        Slice id = line.quotedId();
        written.add(id, line.body());
        if (line.refused() || written.exceeds(content)) {
          throw changed();
        }
        Slice before = written.count() == 1 ? head : between;
        for (Slice part : List.of(before, id, beforeBody, line.body())) {
          part.writeTo(out);
          bytes += part.length();
        }
        progress.written(bytes, total);
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
    tail.writeTo(out);
  }

  private @Nullable RequestLine next(RequestReader reader) {
    try {
      return reader.next();
    } catch (IOException | RuntimeException e) {
      String name = e.getClass().getSimpleName();
      String problem = "The input could not be read a second time (" + name + ")";
      throw because(e, refused(problem + SEVERAL_TIMES));
    }
  }

  private static InvalidInputException because(Exception cause, InvalidInputException refused) {
    refused.addSuppressed(cause);
    return refused;
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
