/** Which rules, catalogue and program derived numbers are derived with, and what the system remembers of that. */
@NullMarked
package org.tidemark.version;

import org.jspecify.annotations.NullMarked;
