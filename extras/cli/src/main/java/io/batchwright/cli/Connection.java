package io.batchwright.cli;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.PollSchedule;
import io.batchwright.providers.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client, and how often to poll with it.
 *
 * @param client the client
 * @param baseUrl the base URL that was named, or null for the provider's own
 * @param schedule how often to poll
 */
record Connection(BatchClient client, @Nullable String baseUrl, PollSchedule schedule)
    implements AutoCloseable {
  /** What answers on this machine is a sandbox or a test, and soon done; or else slows down. */
  private static final PollSchedule NEARBY =
      new PollSchedule(Duration.ofMillis(300), Duration.ofSeconds(5), 0);

  static Connection to(
      Provider provider, String key, @Nullable String baseUrl, BatchListener listener) {
    ClientBuilder<?> builder = provider.builder();
    builder.apiKey(key);
    return to(builder, baseUrl, listener);
  }

  static Connection to(ClientBuilder<?> builder, @Nullable String baseUrl, BatchListener listener) {
    try {
      if (baseUrl != null) {
        builder.baseUrl(baseUrl);
      }
      boolean nearby = baseUrl != null && isLoopback(baseUrl);
      builder.listener(listener);
      return new Connection(builder.build(), baseUrl, nearby ? NEARBY : PollSchedule.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e);
    }
  }

  /** Creates one for what needs no response of the provider. */
  static Connection offline(Provider provider) {
    return to(provider, "none", null, BatchListener.NONE);
  }

  private static boolean isLoopback(String url) {
    String host = Objects.requireNonNullElse(URI.create(url).getHost(), "");
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  /** Opens a batch, if it is one of this client's address. */
  BatchHandle open(BatchRef ref) {
    try {
      return client.open(ref);
    } catch (IllegalArgumentException e) {
      boolean sameAddress = ref.origin() == null && baseUrl == null;
      throw sameAddress ? CommandFailure.usage(e) : CommandFailure.usage(advice(ref));
    }
  }

  private static String advice(BatchRef ref) {
    return ref.origin() == null
        ? "The ref has no @origin, so its batch is at the provider's own address: leave out"
            + " --base-url"
        : "The batch is at "
            + ref.origin()
            + ", and your key is sent there only on request: add --base-url with the URL that was"
            + " used to submit it";
  }

  AwaitOptions within(Duration deadline) {
    return AwaitOptions.within(deadline).withSchedule(schedule);
  }

  /** Closes the client. */
  @Override
  public void close() {
    client.close();
  }
}
