/** What was loaded wrongly, found on the log of a running cluster and withdrawn by hand. */
@NullMarked
package org.tidemark.standalone.withdraw;

import org.jspecify.annotations.NullMarked;
