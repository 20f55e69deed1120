/** From files to releases: what is read, when each figure became public, and in which order it is sent. */
@NullMarked
package org.tidemark.producers.load;

import org.jspecify.annotations.NullMarked;
