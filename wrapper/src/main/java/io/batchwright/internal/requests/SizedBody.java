package io.batchwright.internal.requests;

import io.batchwright.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;

/** A body whose length is known before it is written. */
public interface SizedBody {
  /** Returns how many bytes {@link #writeTo} writes. */
  long byteCount();

  /**
   * Writes the body.
   *
   * @throws IOException if the stream fails
   * @throws InvalidInputException if the input cannot be read, or changed since it was checked; the
   *     last bytes are then withheld, so that the body stays incomplete
   */
  void writeTo(OutputStream out) throws IOException;
}
