package io.batchwright.internal.http;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body without bytes that may be sent once, so that OkHttp hands out a 503 instead of trying
 * again on its own.
 */
final class NothingOnce extends RequestBody {
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return 0;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) {}
}
