/**
 * Records what a caller observes while tests run, as text that two commits can be compared by. Only
 * if the system property {@code recorder.folder} names a folder; {@code extras/record} sets it.
 */
@NullMarked
package io.batchwright.recorder;

import org.jspecify.annotations.NullMarked;
