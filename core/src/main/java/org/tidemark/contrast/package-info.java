/** Exposed against unexposed labour series: the gap and its speed, which see a fall and not its cause. */
@NullMarked
package org.tidemark.contrast;

import org.jspecify.annotations.NullMarked;
