/** What the next release of each source is worth to each estimate, before it comes. */
@NullMarked
package org.tidemark.awaited;

import org.jspecify.annotations.NullMarked;
