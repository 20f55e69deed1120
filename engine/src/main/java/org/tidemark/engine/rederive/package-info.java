/** Derives anew what is stored, when rules, catalogue or program are others than those that it was derived with. */
@NullMarked
package org.tidemark.engine.rederive;

import org.jspecify.annotations.NullMarked;
