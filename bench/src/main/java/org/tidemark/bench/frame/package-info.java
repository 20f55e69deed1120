/** Compares what carries the engine: Kafka Streams, Flink, and a loop without stores, from the same topic. */
@NullMarked
package org.tidemark.bench.frame;

import org.jspecify.annotations.NullMarked;
