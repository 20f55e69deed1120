/** When an analyst is told, and of what: rules read estimates and judgements, alerts are raised, cleared and retracted. */
@NullMarked
package org.tidemark.alert;

import org.jspecify.annotations.NullMarked;
