/** Several sources and concepts of one economy as one estimate of penetration. */
@NullMarked
package org.tidemark.pool;

import org.jspecify.annotations.NullMarked;
