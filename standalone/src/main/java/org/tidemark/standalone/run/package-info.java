/** A whole system in one JVM: broker, topics and topologies, and when it has nothing left to do. */
@NullMarked
package org.tidemark.standalone.run;

import org.jspecify.annotations.NullMarked;
