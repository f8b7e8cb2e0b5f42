package io.batchwright.benchmarks.send;

import java.nio.file.Path;

/** One way to send requests. */
public interface Sender {
  /** Makes everything ready that is not part of the sending. */
  Sending prepare(String url, Path file) throws Exception;

  /** Something that is ready to go out. */
  interface Sending {
    /** Sends it, and has the answer when it returns. */
    void send() throws Exception;
  }
}
