package io.batchwright.sandbox.internal.openai;

import java.time.Duration;

/**
 * A completion window.
 *
 * @param text how the batch repeats it
 * @param lifetime when the batch really expires
 */
public record Window(String text, Duration lifetime) {}
