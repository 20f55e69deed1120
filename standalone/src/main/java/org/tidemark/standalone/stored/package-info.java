/** What lies in the data directory of the embedded broker, read from its files: no broker need run, or be able to. */
@NullMarked
package org.tidemark.standalone.stored;

import org.jspecify.annotations.NullMarked;
