/** What is concluded from the figures: estimates with bands, and the filters that make them. */
@NullMarked
package org.tidemark.estimate;

import org.jspecify.annotations.NullMarked;
