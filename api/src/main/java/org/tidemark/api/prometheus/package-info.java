/** The history as Prometheus reads it from afar: its remote-read protocol. */
@NullMarked
package org.tidemark.api.prometheus;

import org.jspecify.annotations.NullMarked;
