/** The loader on toy files, where each case is a line, and on fixtures. */
@NullMarked
package org.tidemark.producers.load;

import org.jspecify.annotations.NullMarked;
