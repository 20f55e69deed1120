/** What was said of each cell, by the day on which it was said and by the period that it was said of: the accounts of the history. */
@NullMarked
package org.tidemark.api.history;

import org.jspecify.annotations.NullMarked;
