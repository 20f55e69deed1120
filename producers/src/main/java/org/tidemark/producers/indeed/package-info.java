/**
 * Job postings of Indeed Hiring Lab: the share that mentions AI, the number of postings as an index, the wages in them.
 *
 * <p>Every figure of postings is the average of the seven days that end on its date, so that is its period. Up to November 2022 the
 * postings were published as the percent change since 1 February 2020 and from 12 December 2022 as an index with that
 * day = 100; both are read as the index, so that the change of unit is no revision. The oldest layout has one column
 * and is seasonally adjusted: in the first release with two columns the adjusted one continues it (Germany exactly).
 */
@NullMarked
package org.tidemark.producers.indeed;

import org.jspecify.annotations.NullMarked;
