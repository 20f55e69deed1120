/** The way out to Kafka, and back for what has been sent before. */
@NullMarked
package org.tidemark.producers.kafka;

import org.jspecify.annotations.NullMarked;
