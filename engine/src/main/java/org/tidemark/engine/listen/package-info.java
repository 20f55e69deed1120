/** The port for whoever watches the flow, such as metrics. */
@NullMarked
package org.tidemark.engine.listen;

import org.jspecify.annotations.NullMarked;
