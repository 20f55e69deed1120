/** Asks publishers for their files when they are due, and keeps what they answer as they answered it. */
@NullMarked
package org.tidemark.producers.watch;

import org.jspecify.annotations.NullMarked;
