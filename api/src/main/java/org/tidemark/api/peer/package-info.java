/** How one monitor asks another for the rows that it holds. */
@NullMarked
package org.tidemark.api.peer;

import org.jspecify.annotations.NullMarked;
