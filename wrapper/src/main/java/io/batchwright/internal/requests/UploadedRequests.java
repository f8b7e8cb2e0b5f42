package io.batchwright.internal.requests;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests that the provider already has.
 *
 * @param uploadedFileId the provider's id of their file
 * @param model the model they are for, or null
 */
record UploadedRequests(String uploadedFileId, @Nullable String model) implements RequestSource {
  @Override
  public long count() {
    return 0;
  }

  @Override
  public long byteCount() {
    return 0;
  }

  @Override
  public RequestSource framed(RequestFormat format) {
    return this;
  }

  @Override
  public void writeTo(OutputStream out) {
    throw new IllegalStateException("An uploaded file is not written again");
  }
}
