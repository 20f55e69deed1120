/** What is believed of one economy, as estimators that are folded whole read it. */
@NullMarked
package org.tidemark.figures;

import org.jspecify.annotations.NullMarked;
