/** What a load and a release amount to: counts that must add up. */
@NullMarked
package org.tidemark.release;

import org.jspecify.annotations.NullMarked;
