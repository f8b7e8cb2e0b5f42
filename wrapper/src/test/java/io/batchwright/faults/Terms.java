package io.batchwright.faults;

import io.batchwright.AuthenticationException;
import io.batchwright.AwaitTimeoutException;
import io.batchwright.BatchException;
import io.batchwright.BatchNotFoundException;
import io.batchwright.HandedBackException;
import io.batchwright.InvalidInputException;
import io.batchwright.InvalidRequestException;
import io.batchwright.MalformedResponseException;
import io.batchwright.NoResultsException;
import io.batchwright.NotEndedException;
import io.batchwright.ProviderException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.SubmitException;
import io.batchwright.TransportException;
import java.util.Map;
import java.util.Objects;

/** The terms that the table uses for what a caller observes. */
final class Terms {
  private static final Map<Class<? extends BatchException>, String> KINDS =
      Map.ofEntries(
          Map.entry(TransportException.class, "io"),
          Map.entry(ProviderUnavailableException.class, "busy"),
          Map.entry(RateLimitedException.class, "limit"),
          Map.entry(InvalidRequestException.class, "invalid"),
          Map.entry(AuthenticationException.class, "auth"),
          Map.entry(BatchNotFoundException.class, "gone"),
          Map.entry(ProviderException.class, "refused"),
          Map.entry(MalformedResponseException.class, "garbled"),
          Map.entry(NotEndedException.class, "early"),
          Map.entry(NoResultsException.class, "none"),
          Map.entry(AwaitTimeoutException.class, "timeout"),
          Map.entry(InvalidInputException.class, "input"),
          Map.entry(HandedBackException.class, "back"),
          Map.entry(SubmitException.class, "submit"));

  static final String LEGEND =
      """
      io TransportException, busy ProviderUnavailableException, limit RateLimitedException, \
      invalid InvalidRequestException,
      gone BatchNotFoundException, refused another ProviderException, garbled \
      MalformedResponseException, timeout AwaitTimeoutException;
      + it may be tried again. unsent, rejected, maybe: the delivery of a SubmitException, with \
      its cause. bore: the wait went on over it.
      back: handed back. resumed: the stream was resumed. breaks: the stream ended with it \
      half way. Results: lacks, double, strange,
      bad (unreadable), expired, altered. - makes no sense, . the provider has no such phase, \
      ~ run with other providers only.
      """;

  private Terms() {}

  /** Describes an exception, and whether a retry is possible. */
  static String of(BatchException error) {
    if (error instanceof SubmitException submit) {
      String delivery =
          switch (submit.delivery()) {
            case NOT_SENT -> "unsent ";
            case REJECTED -> "rejected ";
            case MAYBE_CREATED -> "maybe ";
          };
      return delivery + kind(Objects.requireNonNull(submit.getCause()).getClass()) + again(error);
    }
    return kind(error.getClass()) + again(error);
  }

  private static String again(BatchException error) {
    return error.retryable() ? "+" : "";
  }

  private static String kind(Class<?> kind) {
    return Objects.requireNonNull(KINDS.get(kind), kind.getName());
  }

  /** Describes an exception that a listener received by its class. */
  static String ofName(String simpleName) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().getSimpleName().equals(simpleName))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
