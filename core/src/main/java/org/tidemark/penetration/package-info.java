/** Penetration as a pure function of all that is believed of an economy. */
@NullMarked
package org.tidemark.penetration;

import org.jspecify.annotations.NullMarked;
