/** The running application: settings, topics, the Kafka Streams client and how it is doing. */
@NullMarked
package org.tidemark.streams.app;

import org.jspecify.annotations.NullMarked;
