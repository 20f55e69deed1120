/** What a running watch publishes, tells and counts. */
@NullMarked
package org.tidemark.standalone.watch;

import org.jspecify.annotations.NullMarked;
