/** The plain CSV, held to the contract and to its own rules. */
@NullMarked
package org.tidemark.producers.plaincsv;

import org.jspecify.annotations.NullMarked;
