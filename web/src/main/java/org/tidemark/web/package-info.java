/** The page that people look at: plain files, and the parts of D3 that draw its charts. */
@NullMarked
package org.tidemark.web;

import org.jspecify.annotations.NullMarked;
