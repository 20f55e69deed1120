/** Processor seconds of the threads of a process, by what they do. */
@NullMarked
package org.tidemark.bench.threads;

import org.jspecify.annotations.NullMarked;
