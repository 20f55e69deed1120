/** The workbooks of the US Census Bureau's Business Trends and Outlook Survey (BTOS). */
@NullMarked
package org.tidemark.producers.btos;

import org.jspecify.annotations.NullMarked;
