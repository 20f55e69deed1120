/** Keys whose bytes sort as their parts do, and the stores that hold history without any value growing with it. */
@NullMarked
package org.tidemark.streams.state;

import org.jspecify.annotations.NullMarked;
