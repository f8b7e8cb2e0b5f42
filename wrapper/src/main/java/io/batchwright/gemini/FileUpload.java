package io.batchwright.gemini;

import com.google.gson.JsonParseException;
import io.batchwright.BatchException;
import io.batchwright.SubmitException;
import io.batchwright.internal.http.Answer;
import io.batchwright.internal.http.FixedBytes;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.poll.Pauses;
import io.batchwright.spi.RequestSource;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Uploads one file of requests in chunks; one that breaks is taken up where the provider says that
 * it broke off. For one upload; not thread-safe.
 *
 * <p>That a query tells how much has arrived is from the protocol's documents, and unverified for
 * this API: if it does not tell, the same bytes are sent again, as SDKs do.
 */
final class FileUpload extends OutputStream {
  private static final int CHUNK = 8 << 20;
  private static final int LONGEST_GRAIN = 64 << 20;

  private final SubmitCalls submit;
  private final UploadAddress address;
  private final RequestSource requests;
  private final Pauses pauses;
  private final long total;
  private final byte[] chunk;
  private long offset; // of the chunk in the file
  private int filled; // of the chunk
  private @Nullable String file;

  FileUpload(
      SubmitCalls submit, UploadAddress address, RequestSource requests, Pauses.Sleep sleep) {
    this.submit = submit;
    this.address = address;
    this.requests = requests;
    this.pauses = new Pauses(sleep);
    this.total = requests.byteCount();
    boolean usable = address.grain() > 0 && address.grain() <= LONGEST_GRAIN;
    long grain = usable ? address.grain() : CHUNK;
    this.chunk = new byte[(int) Math.min(total, (CHUNK + grain - 1) / grain * grain)];
  }

  /**
   * Sends the requests and gives the name of their file, which is not there before all of them were
   * read and are what they were.
   *
   * @throws SubmitException if that fails
   */
  String send() {
    try {
      requests.writeTo(this);
    } catch (SubmitException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw submit.uploadFailed(requests, e);
    }
    while (file == null) {
      sendChunk();
    }
    return file;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    for (int done = 0; done < length; ) {
      while (filled == chunk.length) {
        sendChunk();
      }
      int part = Math.min(length - done, chunk.length - filled);
      System.arraycopy(bytes, from + done, chunk, filled, part);
      filled += part;
      done += part;
    }
  }

  /** Sends what the chunk holds, or all of it that arrives. */
  private void sendChunk() {
    boolean last = offset + filled == total;
    try {
      boolean unused =
          submit.uploadStep(
              address.step(last ? "upload, finalize" : "upload", offset),
              new FixedBytes(chunk, 0, filled),
              SubmitCalls.LINES,
              answer -> last ? isStored(answer) : goesOn(answer));
      arrived(offset + filled);
    } catch (SubmitException e) {
      recover(e);
    }
  }

  private boolean isStored(Answer answer) {
    file = new Fields(answer.json()).object("file").text("name");
    if (file == null) {
      throw new JsonParseException("it names no file");
    }
    return true;
  }

  private static boolean goesOn(Answer answer) {
    String status = answer.headers().get(UploadAddress.STATUS);
    if (status != null && !status.equals("active")) {
      throw new JsonParseException("the upload is over before its end");
    }
    return true;
  }

  private void recover(SubmitException failure) {
    BatchException error = failure.getCause() instanceof BatchException why ? why : failure;
    while (error.retryable() && !pauses.exhausted()) {
      pause(error, failure);
      try {
        long received =
            submit
                .transport()
                .change(SubmitCalls.UPLOAD, address.step("query", null), this::received);
        if (received < offset || received > offset + filled) {
          throw failure;
        }
        arrived(received);
        return;
      } catch (SubmitException e) {
        throw e;
      } catch (BatchException e) {
        if (!e.retryable()) {
          return;
        }
        error = e;
      }
    }
    throw failure;
  }

  private long received(Answer answer) {
    if ("final".equals(answer.headers().get(UploadAddress.STATUS))) {
      boolean stored = isStored(answer);
      return stored ? total : offset;
    }
    long size = UploadAddress.number(answer.headers().get("x-goog-upload-size-received"));
    return size < 0 ? offset : size;
  }

  private void arrived(long end) {
    int part = (int) (end - offset);
    if (part > 0) {
      pauses.reset();
    }
    System.arraycopy(chunk, part, chunk, 0, filled - part);
    offset = end;
    filled -= part;
  }

  private void pause(BatchException error, SubmitException failure) {
    try {
      pauses.next(error);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
