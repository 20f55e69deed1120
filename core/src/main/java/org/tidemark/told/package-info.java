/** What is told of estimates: the words and the digits that tables, query API, metrics and dashboards share. */
@NullMarked
package org.tidemark.told;

import org.jspecify.annotations.NullMarked;
