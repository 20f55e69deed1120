/** What the engine says, as one sealed type. */
@NullMarked
package org.tidemark.engine.output;

import org.jspecify.annotations.NullMarked;
