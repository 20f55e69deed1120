/** Derives anew what is stored, when rules, catalogue or program are others than those that it was derived with. */
@NullMarked
package org.tidemark.streams.rederive;

import org.jspecify.annotations.NullMarked;
