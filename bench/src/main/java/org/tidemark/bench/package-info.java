/** Measures Tidemark: single calls of core by JMH, and whole runs of the command line by processor seconds and records. */
@NullMarked
package org.tidemark.bench;

import org.jspecify.annotations.NullMarked;
