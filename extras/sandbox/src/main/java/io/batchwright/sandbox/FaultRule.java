package io.batchwright.sandbox;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One rule of a {@link FaultScript}: first when it is due ({@link #once()} unless told otherwise),
 * then, as the last call, what happens. A rule is not thread-safe until its fault is named.
 */
public interface FaultRule {

  /** The next request only. This is the default. */
  FaultRule once();

  /** The next {@code n} requests. */
  FaultRule times(int n);

  /** Every request from now on. */
  FaultRule always();

  /** Lets {@code k} requests of the operation pass first. */
  FaultRule after(int k);

  /** A header of the answer, for {@code answer}, {@code redirect} and {@code rewrite}. */
  FaultRule header(String name, String value);

  /** Answers with this status and the provider's usual body for it; nothing is processed. */
  void answer(int status);

  /**
   * Answers with this status and the provider's usual body for it; nothing is processed.
   *
   * @param code the provider's word for the error: {@code details.error_code} at Anthropic, {@code
   *     code} at OpenAI and Zhipu, {@code type} at Moonshot, {@code status} at Gemini
   */
  void answer(int status, String code);

  /** Answers with exactly these headers and this body; nothing is processed. */
  void answer(int status, Map<String, String> headers, String body);

  /** Sends the client elsewhere; nothing is processed. */
  void redirect(int status, String location);

  /** Resets the connection when the head of the request is read; nothing is processed. */
  void reset();

  /** Reads the whole request, processes nothing and resets the connection. */
  void resetAfterRequest();

  /**
   * Reads so many bytes of the request's body and resets the connection in the middle of it. Where
   * a file comes in pieces, what was read has arrived. A body with no more bytes than these is
   * processed like any other, and its response is lost.
   */
  void resetDuring(long bytes);

  /** Processes the request and resets the connection instead of answering. */
  void loseResponse();

  /**
   * Answers as usual and keeps the connection open, but resets it as soon as another request begins
   * to arrive on it. To the client this is a pooled connection that went stale unnoticed. The
   * request that met it is neither processed nor counted.
   */
  void closeIdle();

  /** Sends the head and so many bytes of body in chunks, then closes before the last chunk. */
  void dropBodyAfter(long bytes);

  /** The same with another framing; with {@link Framing#LENGTH} the whole length is announced. */
  void dropBodyAfter(long bytes, Framing framing);

  /** Cuts the body and ends it by closing the connection, so that it looks complete. */
  void truncate(long bytes);

  /** The same with another framing, which then says that the cut body is the whole one. */
  void truncate(long bytes, Framing framing);

  /** Sends the head and so many bytes of body in chunks, then resets the connection. */
  void resetBodyAfter(long bytes);

  /** Sends so many bytes of body, then nothing more until the client hangs up. */
  void stall(long bytes);

  /** The same, and runs something as soon as nothing more comes: to end the wait, say. */
  void stall(long bytes, Runnable begun);

  /**
   * Reads the whole request, processes nothing and never answers. Something is run as soon as that
   * is so.
   */
  void keepSilent(Runnable begun);

  /**
   * Processes the request and answers as usual, but with another body than would be sent. The
   * answer is held in memory for it.
   *
   * @param change makes the body from the usual one
   */
  void rewrite(UnaryOperator<byte[]> change);

  /**
   * Answers as usual, and refuses connections from then on, until {@link
   * Sandbox#acceptConnections}.
   */
  void refuseNext();
}
