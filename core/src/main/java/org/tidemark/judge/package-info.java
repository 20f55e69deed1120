/** Releases judged before they are believed: what they do to history, held against what their source has done before. */
@NullMarked
package org.tidemark.judge;

import org.jspecify.annotations.NullMarked;
