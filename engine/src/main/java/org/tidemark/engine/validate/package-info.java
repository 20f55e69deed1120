/** Adapter: bytes from the observations topic, judged by core and sent on or rejected. */
@NullMarked
package org.tidemark.engine.validate;

import org.jspecify.annotations.NullMarked;
