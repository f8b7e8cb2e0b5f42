package io.batchwright.benchmarks.server;

/**
 * A request whose body is still to be read, and where the answer goes.
 *
 * @param head the request
 * @param input where its body comes from
 * @param output where the answer goes
 */
record Exchange(RequestHead head, Input input, Output output) {}
