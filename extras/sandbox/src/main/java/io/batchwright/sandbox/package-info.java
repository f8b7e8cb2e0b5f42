/**
 * The providers' wire protocols in one process: for demos, for this project's tests and for tests
 * of applications. Start with {@link io.batchwright.sandbox.Sandbox}.
 */
@NullMarked
package io.batchwright.sandbox;

import org.jspecify.annotations.NullMarked;
