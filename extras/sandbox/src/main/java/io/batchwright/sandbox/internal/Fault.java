package io.batchwright.sandbox.internal;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.http.Answer;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Reaction;
import java.io.IOException;

/** What happens to a request instead of the usual. */
@FunctionalInterface
interface Fault {
  Reaction react(Scene scene) throws IOException;

  /**
   * The request, and what would have handled it.
   *
   * @param refusing lets the sandbox refuse connections from then on
   */
  record Scene(Provider provider, Operation operation, Exchange exchange, Runnable refusing) {

    /** Does what was asked, and gives the answer that should have gone out. */
    Answer process() throws IOException {
      Answer answer = provider.answer(operation, exchange);
      exchange.drain();
      return answer;
    }
  }
}
