/** A broker for tests: embedded by default, in a container on request. */
@NullMarked
package org.tidemark.it;

import org.jspecify.annotations.NullMarked;
