/** Which work AI could do, which it does, and how many people do that work: tables of four publishers. */
@NullMarked
package org.tidemark.producers.exposure;

import org.jspecify.annotations.NullMarked;
