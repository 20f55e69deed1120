/** Text from outside, made harmless for the programs that show it: terminals, logs, spreadsheets. */
@NullMarked
package org.tidemark.text;

import org.jspecify.annotations.NullMarked;
