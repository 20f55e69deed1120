/** Where the log goes: to a file beside the data, and errors alone to the terminal. */
@NullMarked
package org.tidemark.standalone.logging;

import org.jspecify.annotations.NullMarked;
