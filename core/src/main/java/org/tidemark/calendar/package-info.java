/** When a source is expected to speak next, and from when on it is late. */
@NullMarked
package org.tidemark.calendar;

import org.jspecify.annotations.NullMarked;
