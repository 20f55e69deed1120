/** The tables of AI diffusion. */
@NullMarked
package org.tidemark.producers.microsoft;

import org.jspecify.annotations.NullMarked;
