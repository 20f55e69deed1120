/** Figures that a producer sends over HTTP under a key: what was sent, and what became of it. */
@NullMarked
package org.tidemark.producers.push;

import org.jspecify.annotations.NullMarked;
