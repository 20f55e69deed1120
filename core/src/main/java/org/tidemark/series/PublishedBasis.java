package org.tidemark.series;

/** How it is known when a figure became public. */
public enum PublishedBasis {
    /** The publisher states the date, or the catalogue holds a table of it. */
    STATED,
    /** The date of the file that held the figure. */
    FILE,
    /** End of the reference period plus the usual lag of the source. */
    LAG
}
