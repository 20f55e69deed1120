/** Which processor stands where, and which topic and store each of them uses. */
@NullMarked
package org.tidemark.streams.topology;

import org.jspecify.annotations.NullMarked;
