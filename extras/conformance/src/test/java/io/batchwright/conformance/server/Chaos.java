package io.batchwright.conformance.server;

import io.batchwright.BatchException;
import io.batchwright.MalformedResponseException;
import io.batchwright.ProviderUnavailableException;
import io.batchwright.RateLimitedException;
import io.batchwright.SubmitException.Delivery;
import io.batchwright.TransportException;
import java.util.Locale;

/** The failures that aimock can inject into every request, and how our client reports them. */
enum Chaos {
  DROP(ProviderUnavailableException.class, Delivery.MAYBE_CREATED),
  MALFORMED(MalformedResponseException.class, Delivery.MAYBE_CREATED),
  DISCONNECT(TransportException.class, Delivery.MAYBE_CREATED),
  RATELIMIT(RateLimitedException.class, Delivery.REJECTED);

  private final Class<? extends BatchException> error;
  private final Delivery ofCreate;

  Chaos(Class<? extends BatchException> error, Delivery ofCreate) {
    this.error = error;
    this.ofCreate = ofCreate;
  }

  /** The flag that makes it happen always. */
  String[] flag() {
    return new String[] {"--chaos-" + name().toLowerCase(Locale.ROOT), "1"};
  }

  /** The error of a call that failed in this way. */
  Class<? extends BatchException> error() {
    return error;
  }

  /** What is known of a create that failed in this way. */
  Delivery ofCreate() {
    return ofCreate;
  }

  /** What is known of a create whose upload failed in this way: it was not sent. */
  Delivery ofUpload() {
    return this == RATELIMIT ? Delivery.REJECTED : Delivery.NOT_SENT;
  }
}
