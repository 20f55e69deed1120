/** Tidemark's own plain CSV: what people type, and what every command accepts. */
@NullMarked
package org.tidemark.producers.plaincsv;

import org.jspecify.annotations.NullMarked;
