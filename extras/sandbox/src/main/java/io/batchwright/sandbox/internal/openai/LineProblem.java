package io.batchwright.sandbox.internal.openai;

import org.jspecify.annotations.Nullable;

/**
 * Why an input file makes its batch fail.
 *
 * @param line the line number, starting with 1, or null if the whole file is at fault
 */
record LineProblem(String code, String message, @Nullable String param, @Nullable Integer line) {}
