/** From core to bytes and back: the only place that knows both the Avro classes and core, and the names of the topics. */
@NullMarked
package org.tidemark.wire;

import org.jspecify.annotations.NullMarked;
