/** Delimited text, row by row, in bounded memory, over files that may be hostile. */
@NullMarked
package org.tidemark.producers.text;

import org.jspecify.annotations.NullMarked;
