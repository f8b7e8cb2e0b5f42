package io.batchwright.gemini;

import com.google.gson.JsonParseException;
import io.batchwright.BatchException;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitException;
import io.batchwright.TransportException;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.FixedBytes;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.json.Fields;
import io.batchwright.internal.requests.SizedBody;
import io.batchwright.internal.wait.Retry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Uploads one file of requests in chunks; one that breaks is taken up where the provider says that
 * it broke off, and so is one whose answer has no status, which SDKs send again. For one upload;
 * not thread-safe.
 *
 * <p>That a query tells how much has arrived is from the protocol's documents, and unverified for
 * this API: if it does not tell, the same bytes are sent again.
 */
final class FileUpload extends OutputStream {
  private static final int CHUNK = 8 << 20;
  private static final int LONGEST_GRANULARITY = 64 << 20;

  private final SubmitCalls submit;
  private final UploadAddress address;
  private final SizedBody requests;
  private final Retry retry;
  private final long total;
  private final byte[] chunk;
  private long offset; // of the chunk in the file
  private int filled; // of the chunk
  private @Nullable String file;

  FileUpload(SubmitCalls submit, UploadAddress address, SizedBody requests, Retry retry) {
    this.submit = submit;
    this.address = address;
    this.requests = requests;
    this.retry = retry;
    this.total = requests.byteCount();
    boolean usable = address.granularity() > 0 && address.granularity() <= LONGEST_GRANULARITY;
    long unit = usable ? address.granularity() : CHUNK;
    this.chunk = new byte[(int) Math.min(total, (CHUNK + unit - 1) / unit * unit)];
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
    } catch (InvalidInputException e) {
      throw submit.uploadFailed(e);
    } catch (IOException e) {
      throw submit.uploadFailed(lost(e));
    }
    while (file == null) {
      sendChunk("upload, finalize", this::readFile);
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
        sendChunk("upload", FileUpload::checkActive);
      }
      int part = Math.min(length - done, chunk.length - filled);
      System.arraycopy(bytes, from + done, chunk, filled, part);
      filled += part;
      done += part;
    }
  }

  /** Sends what the chunk holds; what arrives of it is then no longer in it. */
  private void sendChunk(String command, UnaryOperator<TextResponse> check) {
    try {
      TextResponse answer =
          submit.uploadStep(
              address.step(command, offset),
              new FixedBytes(chunk, 0, filled),
              SubmitCalls.LINES,
              check);
      if (file != null || status(answer) != null) {
        arrived(offset + filled);
      } else {
        recover(submit.uploadFailed(lost(new ProtocolException("no word of what arrived"))));
      }
    } catch (SubmitException e) {
      recover(e);
    }
  }

  private TextResponse readFile(TextResponse answer) {
    file = name(answer);
    if (file == null) {
      throw new JsonParseException("it names no file");
    }
    return answer;
  }

  private static @Nullable String name(TextResponse answer) {
    return new Fields(answer.json()).object("file").text("name");
  }

  private static TextResponse checkActive(TextResponse answer) {
    String status = status(answer);
    if (status != null && !status.equals("active")) {
      throw new JsonParseException("the upload is over before its end");
    }
    return answer;
  }

  private static @Nullable String status(TextResponse answer) {
    return answer.headers().get("x-goog-upload-status");
  }

  private void recover(SubmitException failure) {
    BatchException error = failure.getCause() instanceof BatchException why ? why : failure;
    while (error.retryable() && !retry.exhausted()) {
      pause(error, failure);
      try {
        long received =
            submit.transport().change(ApiCall.UPLOAD, address.step("query", null), this::received);
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
      } catch (RuntimeException e) {
        // Out of an interceptor of the user's client, say.
        throw submit.uploadFailed(lost(new IOException(e)));
      }
    }
    throw failure;
  }

  /** Gives how much has arrived; -1 if all has, and the name of the file is not to be had. */
  private long received(TextResponse answer) {
    if ("final".equals(status(answer))) {
      file = answer.body().isBlank() ? null : name(answer);
      return file == null ? -1 : total;
    }
    long size = UploadAddress.number(answer.headers().get("x-goog-upload-size-received"));
    return size < 0 ? offset : size;
  }

  private TransportException lost(IOException cause) {
    return new TransportException(GeminiAdapter.NAME, ApiCall.UPLOAD.toString(), cause);
  }

  private void arrived(long end) {
    int part = (int) (end - offset);
    if (part > 0) {
      retry.reset();
    }
    System.arraycopy(chunk, part, chunk, 0, filled - part);
    offset = end;
    filled -= part;
  }

  private void pause(BatchException error, SubmitException failure) {
    try {
      retry.pause(error);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
