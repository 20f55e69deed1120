/** FRED-MD, the monthly panel of US series of the Federal Reserve Bank of St. Louis, one file per vintage. */
@NullMarked
package org.tidemark.producers.fredmd;

import org.jspecify.annotations.NullMarked;
