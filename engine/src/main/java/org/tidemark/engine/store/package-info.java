/** The tables of the engine: what each holds, under which key, and in which form. */
@NullMarked
package org.tidemark.engine.store;

import org.jspecify.annotations.NullMarked;
