package org.tidemark.series;

/** How it is known when a figure became public. */
public enum PublishedBasis {
    /** The publisher states the date beside the figure. */
    STATED,
    /** The date of the file that held the figure, from its content, its name or its folder's name. */
    FILE,
    /** The catalogue's table of the publisher's dates. */
    CALENDAR,
    /** End of the reference period plus the usual lag of the source. */
    LAG,
    /**
     * The file has no date and restates what an earlier one said: it became public when the newest figure in it
     * usually does.
     */
    NEWEST,
    /** The file has no date and nothing else tells: it was public when it was received. */
    RECEIVED,
    /** Only the order of two files is known: a millisecond after the one, or before the other. */
    ORDER
}
