/** Metrics for Prometheus: every name of the domain in one class, beside those of the JVM and of Kafka. */
@NullMarked
package org.tidemark.streams.metrics;

import org.jspecify.annotations.NullMarked;
