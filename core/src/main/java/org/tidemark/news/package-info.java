/** Why an estimate moved: its change, line by line, to the last digit. */
@NullMarked
package org.tidemark.news;

import org.jspecify.annotations.NullMarked;
