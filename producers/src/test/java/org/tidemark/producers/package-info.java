/** What every source format must keep, told once: {@link org.tidemark.producers.SourceContract}. */
@NullMarked
package org.tidemark.producers;

import org.jspecify.annotations.NullMarked;
