package org.tidemark.revise;

/** What one observation did to what is held. Disjoint; every observation has exactly one. */
public enum Outcome {
    /** The first of its figure. */
    ACCEPTED,
    /** The same value again: changes nothing. */
    DUPLICATE,
    /** A later vintage with another value. */
    REVISED,
    /** An earlier vintage than one held: kept as history. */
    LATE,
    /** A later vintage without a value. */
    WITHDRAWN,
    /** Of a release that is held: kept, and not believed. */
    QUARANTINED,
    /** Another value for the same figure at the same instant: none of them is believed. */
    CONFLICTING
}
