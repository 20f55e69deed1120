/** What is known, over HTTP: the query API, health and the page that Prometheus scrapes. */
@NullMarked
package org.tidemark.streams.query;

import org.jspecify.annotations.NullMarked;
