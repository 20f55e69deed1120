/** The BTOS workbooks: made ones, hostile ones, and the publisher's own where they are at hand. */
@NullMarked
package org.tidemark.producers.btos;

import org.jspecify.annotations.NullMarked;
