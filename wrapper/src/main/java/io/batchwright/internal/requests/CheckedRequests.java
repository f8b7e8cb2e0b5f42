package io.batchwright.internal.requests;

import io.batchwright.BatchInput;
import io.batchwright.InputReport;
import io.batchwright.InputReport.Problem;
import io.batchwright.InvalidInputException;
import io.batchwright.ProviderLimits;
import io.batchwright.internal.requests.RequestFormat.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were read and checked once, and are read again each time they are written: then
 * they must have the same ids and bodies. Nothing of them is held in memory.
 */
public final class CheckedRequests implements SizedBody {
  private final BatchInput input;
  private final RequestFormat format;
  private final long maxLine;
  private final Content content;
  private final @Nullable String model;
  private final InputReport report;

  private CheckedRequests(
      BatchInput input,
      RequestFormat format,
      long maxLine,
      Content content,
      @Nullable String model,
      InputReport report) {
    this.input = input;
    this.format = format;
    this.maxLine = maxLine;
    this.content = content;
    this.model = model;
    this.report = report;
  }

  /**
   * Checks an input.
   *
   * @throws InvalidInputException if it breaks a rule
   * @throws UncheckedIOException if it cannot be read
   */
  public static CheckedRequests check(
      BatchInput input, RequestFormat format, ProviderLimits limits) {
    RequestCheck check = new RequestCheck(limits, format.pathModel());
    try (RequestReader reader = new RequestReader(input, format, limits.maxBytes())) {
      for (RequestLine line = reader.next(); line != null; line = reader.next()) {
        check.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The input cannot be read: " + e, e);
    }
    Content content = check.content();
    long bytes = format.frame().length(content.count()) + content.bytes();
    InputReport report = check.finish(bytes, input, format.rules().warning());
    return new CheckedRequests(input, format, limits.maxBytes(), content, check.model(), report);
  }

  /** Returns the same requests in another frame, for a provider that has several. */
  public CheckedRequests framed(Frame frame) {
    return new CheckedRequests(input, format.in(frame), maxLine, content, model, report);
  }

  /** Returns what was found, which is no more than warnings. */
  public InputReport report() {
    return report;
  }

  /** Returns how many requests there are. */
  public long count() {
    return content.count();
  }

  /** Returns the model in the options, or in all requests; null if there is none or several. */
  public @Nullable String model() {
    return model;
  }

  @Override
  public long byteCount() {
    return format.frame().length(count()) + content.bytes();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    RequestWriter writer = new RequestWriter(out, format.frame(), content);
    boolean same;
    try (RequestReader reader = new RequestReader(input, format, maxLine)) {
      RequestLine line = reader.next();
      while (line != null && writer.write(line)) {
        line = reader.next();
      }
      same = line == null;
    } catch (IOException | RuntimeException e) {
      if (writer.broken()) {
        throw e;
      }
      InvalidInputException unreadable =
          refused(
              "The input could not be read a second time ("
                  + e.getClass().getSimpleName()
                  + "); pass a collection, or an Iterable that returns a new iterator each time");
      unreadable.addSuppressed(e);
      throw unreadable;
    }
    if (input instanceof BatchInput.Requests && writer.isEmpty()) {
      throw refused(
          "The sequence returned no request the second time: its iterator was consumed; pass a"
              + " collection, or an Iterable that returns a new iterator each time");
    }
    if (!same || !writer.finish()) {
      throw refused(
          "The input changed between validation and upload;"
              + " do not modify it while submit() runs");
    }
  }

  private InvalidInputException refused(String message) {
    Problem problem = new Problem(0, null, message);
    return new InvalidInputException(
        InputReport.builder()
            .requests(count())
            .bytes(byteCount())
            .problems(List.of(problem), 1)
            .build());
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "CheckedRequests[" + count() + " requests, " + byteCount() + " bytes]";
  }
}
