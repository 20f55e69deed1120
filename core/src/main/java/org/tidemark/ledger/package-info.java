/** What the factors of displacement imply, what postings say of new work, and the difference: no observation of jobs. */
@NullMarked
package org.tidemark.ledger;

import org.jspecify.annotations.NullMarked;
