/** A replay's estimates at their true dates, as Prometheus takes them in. */
@NullMarked
package org.tidemark.standalone.history;

import org.jspecify.annotations.NullMarked;
