/** History played again through the same topologies, and the files that it leaves. */
@NullMarked
package org.tidemark.standalone.replay;

import org.jspecify.annotations.NullMarked;
