/** Whether economies drift apart or come together, on scales that may contradict one another. */
@NullMarked
package org.tidemark.divergence;

import org.jspecify.annotations.NullMarked;
