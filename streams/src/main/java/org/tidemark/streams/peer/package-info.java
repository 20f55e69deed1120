/** The monitors that share one application, and which of them holds what. */
@NullMarked
package org.tidemark.streams.peer;

import org.jspecify.annotations.NullMarked;
