/** Estimates that are composed of several indicators: contrast, ledger, gap, pool. */
@NullMarked
package org.tidemark.engine.compose;

import org.jspecify.annotations.NullMarked;
