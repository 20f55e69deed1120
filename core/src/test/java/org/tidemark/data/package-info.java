/** Where the publishers' own files are, for tests that measure on them. */
@NullMarked
package org.tidemark.data;

import org.jspecify.annotations.NullMarked;
