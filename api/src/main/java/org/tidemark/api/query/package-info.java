/** What is known, over HTTP: the query API, health and the page that Prometheus scrapes. */
@NullMarked
package org.tidemark.api.query;

import org.jspecify.annotations.NullMarked;
