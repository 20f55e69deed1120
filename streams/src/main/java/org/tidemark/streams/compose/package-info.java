/** Estimates that are composed of several indicators: contrast, ledger, gap, pool. */
@NullMarked
package org.tidemark.streams.compose;

import org.jspecify.annotations.NullMarked;
