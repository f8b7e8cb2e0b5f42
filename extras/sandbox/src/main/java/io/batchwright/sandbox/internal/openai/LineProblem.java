package io.batchwright.sandbox.internal.openai;

import org.jspecify.annotations.Nullable;

/**
 * Why an input file makes its batch fail.
 *
 * @param line the line from 1, or null if it is the file as a whole
 */
record LineProblem(String code, String message, @Nullable String param, @Nullable Integer line) {}
