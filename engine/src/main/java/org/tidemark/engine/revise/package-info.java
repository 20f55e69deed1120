/** Adapter: releases gathered until they are closed, then held against what is known. */
@NullMarked
package org.tidemark.engine.revise;

import org.jspecify.annotations.NullMarked;
