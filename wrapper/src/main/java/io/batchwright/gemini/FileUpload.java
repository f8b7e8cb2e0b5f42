package io.batchwright.gemini;

import com.google.gson.JsonParseException;
import io.batchwright.BatchException;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitException;
import io.batchwright.TransportException;
import io.batchwright.client.gemini.model.FileObject;
import io.batchwright.client.gemini.model.UploadedFile;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.requests.SizedBody;
import io.batchwright.internal.wait.Retry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.function.UnaryOperator;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Uploads one file of requests in chunks. After a failure it resumes at the offset that the server
 * reports, and so it does after a response without a status, which SDKs retry. For one upload; not
 * thread-safe.
 *
 * <p>That the server reports an offset is from the protocol's documents, and unverified for this
 * API: without one, the same bytes are sent again.
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
   * Sends the requests and returns the name of their file. The file exists only after all requests
   * were read and had not changed.
   *
   * @throws SubmitException if the upload fails
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

  /** Sends the bytes in the chunk, and drops those that arrived. */
  private void sendChunk(String command, UnaryOperator<TextResponse> check) {
    try {
      RequestBody bytes = RequestBody.create(chunk, SubmitCalls.LINES, 0, filled);
      TextResponse response = submit.uploadStep(address.step(command, offset), bytes, check);
      if (file == null && status(response) == null) {
        throw submit.uploadFailed(lost(new ProtocolException("no upload status")));
      }
      arrived(offset + filled);
    } catch (SubmitException e) {
      recover(e);
    }
  }

  private TextResponse readFile(TextResponse response) {
    file = name(response);
    if (file == null) {
      throw new JsonParseException("it names no file");
    }
    return response;
  }

  private static @Nullable String name(TextResponse response) {
    FileObject stored = response.as(UploadedFile.class).getFile();
    return stored == null ? null : JsonValues.first(stored.getName());
  }

  private static TextResponse checkActive(TextResponse response) {
    String status = status(response);
    if (status != null && !status.equals("active")) {
      throw new JsonParseException("the upload ended too early");
    }
    return response;
  }

  private static @Nullable String status(TextResponse response) {
    return response.headers().get("x-goog-upload-status");
  }

  private void recover(SubmitException failure) {
    BatchException error = failure.getCause() instanceof BatchException why ? why : failure;
    while (retry.allows(error)) {
      pause(error, failure);
      try {
        long received =
            submit.transport().change(ApiCall.UPLOAD, address.step("query", null), this::received);
        if (received >= offset && received <= offset + filled) {
          arrived(received);
          return;
        }
        break;
      } catch (BatchException e) {
        if (!Retry.allowedAfter(e)) {
          return;
        }
        error = e;
      } catch (RuntimeException e) {
        // From an interceptor of the user's client, for example.
        throw submit.uploadFailed(lost(new IOException(e)));
      }
    }
    throw submit.endedNow(failure);
  }

  /** Returns the offset that was received; -1 if it is the end and the file has no name. */
  private long received(TextResponse response) {
    if ("final".equals(status(response))) {
      file = response.body().isBlank() ? null : name(response);
      return file == null ? -1 : total;
    }
    long size = UploadAddress.number(response.headers().get("x-goog-upload-size-received"));
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
      throw submit.endedNow(failure);
    }
  }
}
