/** What crosses economies: figures of all of them in one order, applied when every partition has said that it is done. */
@NullMarked
package org.tidemark.engine.panel;

import org.jspecify.annotations.NullMarked;
