/** A table as a stream of Arrow. */
@NullMarked
package org.tidemark.api.arrow;

import org.jspecify.annotations.NullMarked;
