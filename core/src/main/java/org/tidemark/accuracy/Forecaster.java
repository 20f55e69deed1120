package org.tidemark.accuracy;

/** Who says where a share will be. */
public enum Forecaster {
    /** {@code penetration.projected}: the own figures, and what others tell. Below a year ahead, {@link #OWN}. */
    PROJECTED("projected"),
    /** {@code penetration}: the filters on the own figures alone. */
    OWN("alone"),
    /** The filters as they began before decision 0073, at one speed whatever the level. */
    BEFORE("before"),
    /** Nothing changes. */
    LAST_VALUE("last"),
    /** The mean speed of the last three intervals goes on, in logits. */
    DRIFT("drift"),
    /** Holt's trend, damped, in logits (Gardner and McKenzie 1985). */
    DAMPED("damped");

    private final String shown;

    Forecaster(String shown) {
        this.shown = shown;
    }

    /** Whose bands and bias are scored, and who is compared with the last value. */
    public static final Forecaster SCORED = PROJECTED;

    /** Its name in tables. */
    public String shown() {
        return shown;
    }
}
