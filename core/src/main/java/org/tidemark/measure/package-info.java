/** Declared measures: nine kinds of estimator, each a pure function of the parts that a recipe names. */
@NullMarked
package org.tidemark.measure;

import org.jspecify.annotations.NullMarked;
