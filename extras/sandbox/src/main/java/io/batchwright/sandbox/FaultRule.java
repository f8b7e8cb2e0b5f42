package io.batchwright.sandbox;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One rule of a {@link FaultScript}: first when it applies ({@link #once()} by default), then, as
 * the last call, what happens. A rule is not thread-safe until its last call.
 */
public interface FaultRule {

  /** The next request only. This is the default. */
  FaultRule once();

  /** The next {@code n} requests of the operation. */
  FaultRule times(int n);

  /** Every request of the operation from now on. */
  FaultRule always();

  /** Skips the first {@code k} requests of the operation. */
  FaultRule after(int k);

  /** Adds a response header, for {@code respond}, {@code redirect} and {@code rewrite}. */
  FaultRule header(String name, String value);

  /** Responds with this status and the provider's usual body for it; nothing is processed. */
  void respond(int status);

  /**
   * Responds with this status and the provider's usual body for it; nothing is processed.
   *
   * @param code the provider's error code: {@code details.error_code} at Anthropic, {@code code} at
   *     OpenAI and Zhipu, {@code type} at Moonshot, {@code status} at Gemini
   */
  void respond(int status, String code);

  /** Responds with exactly these headers and this body; nothing is processed. */
  void respond(int status, Map<String, String> headers, String body);

  /** Redirects the client; nothing is processed. */
  void redirect(int status, String location);

  /** Resets the connection after the head of the request; nothing is processed. */
  void reset();

  /** Reads the whole request, processes nothing and resets the connection. */
  void resetAfterRequest();

  /**
   * Reads this many bytes of the request's body, then resets the connection. The bytes of a file
   * that is uploaded in chunks are kept. A body that is not longer is processed as usual, and its
   * response is lost.
   */
  void resetDuring(long bytes);

  /** Processes the request and resets the connection instead of responding. */
  void loseResponse();

  /**
   * Responds as usual and keeps the connection open, but resets it as soon as another request
   * begins to arrive on it. To the client this is a pooled connection that went stale unnoticed.
   * The request that was reset is neither processed nor counted.
   */
  void closeIdle();

  /** Sends the head and this many bytes of body in chunks, then closes before the last chunk. */
  void dropBodyAfter(long bytes);

  /** The same with another framing; with {@link Framing#LENGTH}, the full length is announced. */
  void dropBodyAfter(long bytes, Framing framing);

  /** Truncates the body and ends it by closing the connection, so that it looks complete. */
  void truncate(long bytes);

  /** The same with another framing, which then declares the truncated body complete. */
  void truncate(long bytes, Framing framing);

  /** Sends the head and this many bytes of body in chunks, then resets the connection. */
  void resetBodyAfter(long bytes);

  /** Sends this many bytes of body, then nothing more until the client closes the connection. */
  void stall(long bytes);

  /**
   * The same, and runs a callback when the stall begins, for example to end a wait.
   *
   * @param begun runs when the stall begins
   */
  void stall(long bytes, Runnable begun);

  /**
   * Reads the whole request, processes nothing and never responds.
   *
   * @param begun runs when the request has been read
   */
  void neverRespond(Runnable begun);

  /**
   * Processes the request and responds as usual, but with a changed body. The response is buffered
   * in memory.
   *
   * @param change returns the new body for the usual one
   */
  void rewrite(UnaryOperator<byte[]> change);

  /** Responds as usual, then refuses connections until {@link Sandbox#acceptConnections}. */
  void refuseNext();
}
