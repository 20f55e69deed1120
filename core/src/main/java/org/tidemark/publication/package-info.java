/** When a figure became public, and how that is known: the one place that decides it. */
@NullMarked
package org.tidemark.publication;

import org.jspecify.annotations.NullMarked;
