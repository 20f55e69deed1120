/** Demand against supply: how far demand stands from what the economy can supply, and what that is made of. */
@NullMarked
package org.tidemark.gap;

import org.jspecify.annotations.NullMarked;
