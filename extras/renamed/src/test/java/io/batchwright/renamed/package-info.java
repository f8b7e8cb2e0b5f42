/** What breaks when a provider renames something. */
@NullMarked
package io.batchwright.renamed;

import org.jspecify.annotations.NullMarked;
