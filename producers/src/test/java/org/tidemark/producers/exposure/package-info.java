/** The tables of exposure, each publisher of them. */
@NullMarked
package org.tidemark.producers.exposure;

import org.jspecify.annotations.NullMarked;
