/** The tables of Indeed, each layout of them. */
@NullMarked
package org.tidemark.producers.indeed;

import org.jspecify.annotations.NullMarked;
