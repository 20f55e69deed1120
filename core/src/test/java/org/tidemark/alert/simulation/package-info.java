/** How often the shipped rules are wrong, in worlds of which the truth is known. */
@NullMarked
package org.tidemark.alert.simulation;

import org.jspecify.annotations.NullMarked;
