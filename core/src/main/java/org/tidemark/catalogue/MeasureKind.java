package org.tidemark.catalogue;

import java.util.Locale;

/** The kinds of estimator that a measure may be of. */
public enum MeasureKind {
    /** Two series against one another: level and speed of their difference. */
    COMPARE,
    /** One number over many economies or sectors. */
    ACROSS,
    /** Parts of a whole. */
    SHARES,
    /** Growth of one series: learning, crossing, break. */
    RATE,
    /** Records, and who is behind by how much. */
    FRONTIER,
    /** Products, sums, conjunctions of other numbers. */
    COMPOSE,
    /** Counts of events. */
    EVENTS,
    /** Published claims against what happened. */
    CLAIMS,
    /** Which of two series goes first. */
    LEADLAG;

    /** As it is written in a file, and as the measure of its estimates. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
