/** The monitors that share one application: which of them holds what, and how one asks another. */
@NullMarked
package org.tidemark.streams.peer;

import org.jspecify.annotations.NullMarked;
