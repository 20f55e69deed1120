/** SDMX-CSV and its parts. */
@NullMarked
package org.tidemark.producers.sdmx;

import org.jspecify.annotations.NullMarked;
