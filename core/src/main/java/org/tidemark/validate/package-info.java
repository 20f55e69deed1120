/** Whether an observation may be believed at all. Bad data is a result here, never an exception. */
@NullMarked
package org.tidemark.validate;

import org.jspecify.annotations.NullMarked;
