package org.tidemark.catalogue;

/** What is taken of a figure before groups of sectors are averaged. */
public enum ContrastTransform {
    /** The natural logarithm, for levels: the gap is a difference of logs. */
    LOG,
    /** The figure as it is, for percentages that may be negative. */
    NONE
}
