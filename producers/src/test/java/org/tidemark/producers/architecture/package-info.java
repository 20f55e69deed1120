/** Which way the packages point. */
@NullMarked
package org.tidemark.producers.architecture;

import org.jspecify.annotations.NullMarked;
