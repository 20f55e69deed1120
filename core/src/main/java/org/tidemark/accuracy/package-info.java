/** How well projections came true: from each past figure, against what costs nothing to say. */
@NullMarked
package org.tidemark.accuracy;

import org.jspecify.annotations.NullMarked;
