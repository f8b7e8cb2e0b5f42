package io.batchwright.internal.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets one request of one call reach the network, and refuses a second, whoever wants to send it:
 * OkHttp after a 503 that says "now", or an interceptor of the user's. For one call.
 */
final class SentOnce implements Interceptor {
  private final AtomicBoolean sent = new AtomicBoolean();

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!sent.compareAndSet(false, true)) {
      throw new IOException("This call is sent once; something tried to send it again");
    }
    return chain.proceed(chain.request());
  }
}
