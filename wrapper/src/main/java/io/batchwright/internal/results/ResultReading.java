package io.batchwright.internal.results;

import io.batchwright.internal.lines.LineDecoder;
import io.batchwright.internal.wait.Sleeper;

/**
 * How results are read, whichever file they are in.
 *
 * @param provider the provider's short name, for messages
 * @param call what is being done, for messages
 * @param decoder reads a line
 * @param sleeper blocks the thread between attempts
 * @param resumption hears that a stream was taken up again
 * @param maxLine the longest line that is kept whole, in bytes
 */
record ResultReading(
    String provider,
    String call,
    LineDecoder decoder,
    Sleeper sleeper,
    Resumption resumption,
    int maxLine) {}
