/** The commands that a person types. */
@NullMarked
package org.tidemark.standalone.cli;

import org.jspecify.annotations.NullMarked;
