package org.tidemark.awaited;

/** A release that an estimate awaits, and what it is worth to it. */
public interface Awaited {
    /** When, and of what. */
    AwaitedRelease release();

    /** What it is worth, with the probability that each alert would be raised or over by it. */
    Prospect prospect(AlertOdds.Asked alerts);
}
