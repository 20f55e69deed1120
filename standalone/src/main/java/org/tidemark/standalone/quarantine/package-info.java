/** Releases that are held in a running cluster, and the word that is given on them. */
@NullMarked
package org.tidemark.standalone.quarantine;

import org.jspecify.annotations.NullMarked;
