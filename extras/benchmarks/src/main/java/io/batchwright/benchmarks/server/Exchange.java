package io.batchwright.benchmarks.server;

/**
 * A request whose body is unread, and the stream for its response.
 *
 * @param head the request
 * @param input the stream of its body
 * @param output the stream for the response
 */
record Exchange(RequestHead head, Input input, Output output) {}
