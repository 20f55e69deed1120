/** How much of an economy's or a sector's employment is exposed to AI, by two published ratings of occupations. */
@NullMarked
package org.tidemark.exposure;

import org.jspecify.annotations.NullMarked;
