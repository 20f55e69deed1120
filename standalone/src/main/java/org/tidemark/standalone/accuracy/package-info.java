/** What is read of files to score projections by. */
@NullMarked
package org.tidemark.standalone.accuracy;

import org.jspecify.annotations.NullMarked;
