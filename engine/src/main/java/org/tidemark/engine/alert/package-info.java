/** Alerts: rules read what an instant of publication has changed. */
@NullMarked
package org.tidemark.engine.alert;

import org.jspecify.annotations.NullMarked;
