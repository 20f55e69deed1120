package org.tidemark.catalogue;

/** Whether a season is left in the figures of a series, as its publisher makes them. */
public enum Seasonality {
    /** The publisher takes it out. */
    ADJUSTED,
    /** Growth against the same period of the year before has none. */
    OVER_A_YEAR,
    /** There can be none: figures of whole years, or of single occasions. */
    NONE,
    /** It is left in, or nobody says that it is not. */
    UNADJUSTED
}
