/** What is observed: series, reference periods, observations, and the records that close a release. */
@NullMarked
package org.tidemark.series;

import org.jspecify.annotations.NullMarked;
