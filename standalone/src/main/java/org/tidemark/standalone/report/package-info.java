/** What a person reads when a run has ended. */
@NullMarked
package org.tidemark.standalone.report;

import org.jspecify.annotations.NullMarked;
