/** The text layer, alone. */
@NullMarked
package org.tidemark.producers.text;

import org.jspecify.annotations.NullMarked;
