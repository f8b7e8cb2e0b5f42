package io.batchwright.cli;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchHandle;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.PollSchedule;
import io.batchwright.SubmitOptions;
import io.batchwright.spi.BatchProvider;
import io.batchwright.spi.ClientBuilder;
import io.batchwright.spi.RequestFormat.LineKind;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A client, and what the command needs to know beside it.
 *
 * @param adapter knows how refs and input lines look
 * @param client does the work
 * @param schedule how often to ask
 */
record Connection(BatchProvider adapter, BatchClient client, PollSchedule schedule)
    implements AutoCloseable {
  /** What answers on this machine is a sandbox or a test, and soon done; or else slows down. */
  private static final PollSchedule NEARBY =
      new PollSchedule(Duration.ofMillis(300), Duration.ofSeconds(5), 0);

  static Connection to(
      Provider provider, String key, @Nullable String baseUrl, BatchListener listener) {
    ClientBuilder<?> builder = provider.builder();
    try {
      builder.apiKey(key);
      if (baseUrl != null) {
        builder.baseUrl(baseUrl);
      }
      BatchProvider adapter = builder.buildProvider();
      boolean nearby = baseUrl != null && isLoopback(baseUrl);
      // Events are small and come one at a time: on the thread of the wait they keep their order.
      return new Connection(
          adapter,
          BatchClient.of(adapter, listener, Runnable::run),
          nearby ? NEARBY : PollSchedule.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e);
    }
  }

  /** Makes one for questions that need no answer of the provider. */
  static Connection offline(Provider provider) {
    return to(provider, "none", null, BatchListener.NONE);
  }

  private static boolean isLoopback(String url) {
    String host = Objects.requireNonNullElse(URI.create(url).getHost(), "");
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  /** Opens a batch, if it is one of this client's address. */
  BatchHandle open(BatchRef ref) {
    if (Objects.equals(adapter.ref(ref.id()).origin(), ref.origin())) {
      return client.open(ref);
    }
    throw CommandFailure.usage(
        ref.origin() == null
            ? "The ref has no @origin, so its batch is at the provider's own address: leave out --base-url"
            : "The batch is at "
                + ref.origin()
                + ", and your key goes there only if you say so: add --base-url with the URL that was used to submit it");
  }

  /** Gives the members of an input line that may hold its custom id. */
  Set<String> idMembers(SubmitOptions options) {
    return adapter.requestFormat(options).lines().stream()
        .map(LineKind::id)
        .collect(Collectors.toSet());
  }

  AwaitOptions within(Duration deadline) {
    return AwaitOptions.within(deadline).schedule(schedule);
  }

  /** Closes the client and the adapter with it. */
  @Override
  public void close() {
    client.close();
  }
}
