@NullMarked
package org.tidemark.producers.watch;

import org.jspecify.annotations.NullMarked;
