/** What arrives while somebody looks: told as server-sent events to whoever listens. */
@NullMarked
package org.tidemark.api.events;

import org.jspecify.annotations.NullMarked;
