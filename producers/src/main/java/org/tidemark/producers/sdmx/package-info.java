/** SDMX-CSV, as statistical offices offer it for download; which rows are which indicator is said by the catalogue. */
@NullMarked
package org.tidemark.producers.sdmx;

import org.jspecify.annotations.NullMarked;
