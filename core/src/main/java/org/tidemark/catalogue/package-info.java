/** What is known of indicators and sources before any figure arrives: units, ranges, lags, citations. */
@NullMarked
package org.tidemark.catalogue;

import org.jspecify.annotations.NullMarked;
