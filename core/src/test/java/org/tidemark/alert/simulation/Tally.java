package org.tidemark.alert.simulation;

/** Alerts that were raised, by whether they were true. */
record Tally(int right, int wrong) {
    static final Tally NONE = new Tally(0, 0);
    static final Tally TRUE = new Tally(1, 0);
    static final Tally FALSE = new Tally(0, 1);

    Tally and(Tally other) {
        return new Tally(right + other.right, wrong + other.wrong);
    }
}
