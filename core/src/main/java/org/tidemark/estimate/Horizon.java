package org.tidemark.estimate;

/** Where an estimate stands, counted from the period of the newest input; NOW is the instant it was known at. */
public enum Horizon {
    P0D(0),
    NOW(0),
    P1Y(1),
    P3Y(3),
    P5Y(5);

    private final int yearsAhead;

    Horizon(int yearsAhead) {
        this.yearsAhead = yearsAhead;
    }

    public int yearsAhead() {
        return yearsAhead;
    }

    /** Projections speak of a figure to be observed, the others of the level. */
    public boolean isProjection() {
        return yearsAhead > 0;
    }
}
