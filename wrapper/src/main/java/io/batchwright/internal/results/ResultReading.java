package io.batchwright.internal.results;

import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.wait.Pauses;

/**
 * How results are read, whichever file they are in.
 *
 * @param provider the provider's short name, for messages
 * @param call what is being done, for messages
 * @param decoder reads a line
 * @param sleep holds the thread between tries
 * @param resumption hears that a stream was taken up again
 * @param maxLine the longest line that is kept whole, in bytes
 */
record ResultReading(
    String provider,
    String call,
    LineDecoder decoder,
    Pauses.Sleep sleep,
    Resumption resumption,
    int maxLine) {}
