/**
 * Records what a caller observes while tests run, as text that can be compared between two commits.
 * Only active if the system property {@code recorder.folder} names a folder; {@code extras/record}
 * sets it.
 */
@NullMarked
package io.batchwright.recorder;

import org.jspecify.annotations.NullMarked;
