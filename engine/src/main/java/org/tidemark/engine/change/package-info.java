/** What a change of what is believed is told as, to all that is derived of it. */
@NullMarked
package org.tidemark.engine.change;

import org.jspecify.annotations.NullMarked;
