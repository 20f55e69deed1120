/** The page without a running system: written beside the files that it shows, or served with those of a replay. */
@NullMarked
package org.tidemark.standalone.page;

import org.jspecify.annotations.NullMarked;
