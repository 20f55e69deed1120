package org.tidemark.api.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: without exponent and locale, and the same on every release of Java, whose own shortest form has
 * changed between two of them.
 */
final class NumberText {
    private static final int DECIMALS = 6;
    private static final MathContext SMALL = new MathContext(6, RoundingMode.HALF_EVEN);
    // Any decimal number of so many digits survives the way through a double.
    private static final int EXACT_FROM = 15;
    private static final MathContext AS_WRITTEN = new MathContext(EXACT_FROM, RoundingMode.HALF_EVEN);

    private NumberText() {}

    /** An estimate: six decimals, of numbers under 1 six significant digits. */
    static String estimated(double value) {
        BigDecimal exact = new BigDecimal(value);
        return plain(Math.abs(value) < 1 ? exact.round(SMALL) : exact.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** A figure as its publisher wrote it, up to 15 significant digits. */
    static String published(double value) {
        return plain(new BigDecimal(value).round(AS_WRITTEN));
    }

    /** To the last bit: as few significant digits as are read back as the same number. */
    static String exact(double value) {
        BigDecimal all = new BigDecimal(value);
        int digits = EXACT_FROM;
        BigDecimal shown = all.round(AS_WRITTEN);
        while (shown.doubleValue() != value) {
            digits++;
            shown = all.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
        return plain(shown);
    }

    private static String plain(BigDecimal value) {
        // Stripping leaves the scale of a zero as it is on some paths.
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
