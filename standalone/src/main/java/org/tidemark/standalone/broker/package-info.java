/** The embedded default: a real Kafka broker in this JVM, reachable from this machine alone. */
@NullMarked
package org.tidemark.standalone.broker;

import org.jspecify.annotations.NullMarked;
