package io.batchwright.benchmarks.send;

import java.nio.file.Path;

/** One way to send requests. */
public interface Sender {
  /** Prepares everything that is not part of the sending. */
  Sending prepare(String url, Path file) throws Exception;

  /** A prepared request. */
  interface Sending {
    /** Sends it, and returns when the response has arrived. */
    void send() throws Exception;
  }
}
