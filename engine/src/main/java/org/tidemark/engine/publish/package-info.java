/** Keeps estimates and their news for queries, and says them. */
@NullMarked
package org.tidemark.engine.publish;

import org.jspecify.annotations.NullMarked;
