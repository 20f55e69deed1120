/** Saves the facts of an embedded system in one file, and makes a new data directory of it. */
@NullMarked
package org.tidemark.standalone.backup;

import org.jspecify.annotations.NullMarked;
