/** Whether employment moves to the sectors whose productivity grows slowly (Baumol) or to those where it grows fast. */
@NullMarked
package org.tidemark.reallocation;

import org.jspecify.annotations.NullMarked;
