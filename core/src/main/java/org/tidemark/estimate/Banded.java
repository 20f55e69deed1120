package org.tidemark.estimate;

/** A median with its 80 % and 95 % band, in one unit; refuses any other order than lower95 to upper95. */
public record Banded(double value, double lower80, double upper80, double lower95, double upper95) {
    public Banded {
        if (!(lower95 <= lower80 && lower80 <= value && value <= upper80 && upper80 <= upper95)) {
            throw new IllegalArgumentException("bands out of order: %s <= %s <= %s <= %s <= %s"
                    .formatted(lower95, lower80, value, upper80, upper95));
        }
    }

    /** The same quantity in another unit. */
    public Banded times(double positiveFactor) {
        return new Banded(
                value * positiveFactor,
                lower80 * positiveFactor,
                upper80 * positiveFactor,
                lower95 * positiveFactor,
                upper95 * positiveFactor);
    }
}
