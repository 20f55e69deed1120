/** Reads the tables that a replay has left, row by row. */
@NullMarked
package org.tidemark.standalone.table;

import org.jspecify.annotations.NullMarked;
