package io.batchwright.sandbox.internal.openai;

import java.time.Duration;

/**
 * A completion window.
 *
 * @param text the text that the batch repeats
 * @param lifetime after which the batch expires
 */
public record Window(String text, Duration lifetime) {}
