/** Projections of an economy that lean on how fast the others move at the same level. */
@NullMarked
package org.tidemark.projection;

import org.jspecify.annotations.NullMarked;
