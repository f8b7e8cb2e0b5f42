package io.batchwright.internal.requests;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The checked requests of one submit, ready to be written as often as the provider needs them. */
public interface RequestSource {
  /** Gives how many requests there are; 0 for an uploaded file. */
  long count();

  /** Gives how many bytes {@link #writeTo} writes. */
  long byteCount();

  /**
   * Gives the model of the options, or the one that all requests name; null if they name none or
   * several.
   */
  @Nullable String model();

  /**
   * Gives the id of the file that was uploaded before, or null if the requests are to be written.
   */
  @Nullable String uploadedFileId();

  /**
   * Gives the same requests in another frame, for a provider that takes them in several; how bodies
   * are written stays as it is.
   */
  RequestSource framed(RequestFormat format);

  /**
   * Writes all requests by the provider's {@link RequestFormat}, without holding them in memory.
   *
   * @throws IOException if the input cannot be read, or is not what it was when it was checked; the
   *     last bytes are then withheld, so that the body stays incomplete
   */
  void writeTo(OutputStream out) throws IOException;
}
