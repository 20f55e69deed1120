/** The port for state: ordered tables that the engine reads and writes, and their twin in memory. */
@NullMarked
package org.tidemark.engine.table;

import org.jspecify.annotations.NullMarked;
