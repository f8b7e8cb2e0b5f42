package io.batchwright.internal.results;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * An open stream of results.
 *
 * @param stream the bytes
 * @param offset where in the file they begin
 * @param validator recognizes the same bytes when the file is opened again, or null if it cannot be
 *     opened in the middle
 */
public record ResultBytes(InputStream stream, long offset, @Nullable String validator) {}
