/** The port between files and figures: what a source format must offer, and what a load makes of it. */
@NullMarked
package org.tidemark.producers;

import org.jspecify.annotations.NullMarked;
