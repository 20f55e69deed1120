/** What was known of each figure, and when. */
@NullMarked
package org.tidemark.revise;

import org.jspecify.annotations.NullMarked;
