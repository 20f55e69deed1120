/** Files of publishers that need no reader of their own: the catalogue says which column is what. */
@NullMarked
package org.tidemark.producers.mapped;

import org.jspecify.annotations.NullMarked;
