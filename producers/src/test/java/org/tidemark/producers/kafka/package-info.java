/** What goes to a cluster and comes from it, on clients without one. */
@NullMarked
package org.tidemark.producers.kafka;

import org.jspecify.annotations.NullMarked;
