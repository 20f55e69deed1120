/** Adapter: readings in filter order, checkpoints, and one estimate for each update. */
@NullMarked
package org.tidemark.engine.estimate;

import org.jspecify.annotations.NullMarked;
