package org.tidemark.told;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tidemark.estimate.Banded;

/**
 * A number with its 80 % band as people read it. The digits follow the band: its ends are rounded to the largest power of
 * ten that is at most a third of its narrower half, and to no more than whole numbers; the median has the same digits, and
 * at least one decimal, so that two numbers of one table can be told apart.
 *
 * @param value the median
 * @param lower80 lower end of the 80 % band
 * @param upper80 upper end of the 80 % band
 */
public record BandText(String value, String lower80, String upper80) {
    /** Finer than a thousandth is no claim of ours. */
    private static final int DECIMALS_MAX = 3;

    private static final double PARTS = 3;

    /** A level, a share, a probability: without a sign where it is positive. */
    public static BandText of(Banded band) {
        return of(band, "");
    }

    /** A change, a speed, a slope: with its sign. */
    public static BandText signed(Banded band) {
        return of(band, "+");
    }

    private static BandText of(Banded band, String plus) {
        int ends = decimals(band);
        return new BandText(
                number(band.value(), Math.max(1, ends), plus),
                number(band.lower80(), ends, plus),
                number(band.upper80(), ends, plus));
    }

    /** How many decimals the ends of the 80 % band have. */
    public static int decimals(Banded band) {
        double half = Math.min(band.value() - band.lower80(), band.upper80() - band.value());
        if (!(half > 0)) {
            // A band that is none, or that ends where it is cut: the other half says how fine it is.
            half = Math.max(band.value() - band.lower80(), band.upper80() - band.value());
        }
        int decimals = 0;
        while (decimals < DECIMALS_MAX && StrictMath.pow(10, -decimals) > half / PARTS) {
            decimals++;
        }
        return decimals;
    }

    private static String number(double value, int decimals, String plus) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String text = rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
        return rounded.signum() > 0 ? plus + text : text;
    }

    /** {@code 19.4 to 20.4}. */
    public String ends() {
        return lower80 + " to " + upper80;
    }

    /** {@code 19.9 (19.4 to 20.4)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(value, ends());
    }
}
