package io.batchwright.internal.jsonl;

import io.batchwright.spi.RequestSource;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that the provider already has.
 *
 * @param uploadedFileId the provider's id of their file
 */
record UploadedRequests(String uploadedFileId) implements RequestSource {
  @Override
  public long count() {
    return 0;
  }

  @Override
  public long byteCount() {
    return 0;
  }

  @Override
  public @Nullable String model() {
    return null;
  }

  @Override
  public void writeTo(OutputStream out) {
    throw new IllegalStateException("An uploaded file is not written again");
  }
}
