/** The engine: its stages, called one after the other. */
@NullMarked
package org.tidemark.engine.flow;

import org.jspecify.annotations.NullMarked;
