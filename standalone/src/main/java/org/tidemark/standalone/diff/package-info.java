/** What two replays say differently. */
@NullMarked
package org.tidemark.standalone.diff;

import org.jspecify.annotations.NullMarked;
