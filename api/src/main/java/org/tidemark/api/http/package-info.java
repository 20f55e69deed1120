/** What guards the port: bounds for slow clients, the Host check, tokens, and one form of error for every fault. */
@NullMarked
package org.tidemark.api.http;

import org.jspecify.annotations.NullMarked;
