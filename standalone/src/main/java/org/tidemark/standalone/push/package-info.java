/** Figures that are pushed over HTTP, on their way to a cluster. */
@NullMarked
package org.tidemark.standalone.push;

import org.jspecify.annotations.NullMarked;
