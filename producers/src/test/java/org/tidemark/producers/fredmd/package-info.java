/** The FRED-MD panel. */
@NullMarked
package org.tidemark.producers.fredmd;

import org.jspecify.annotations.NullMarked;
