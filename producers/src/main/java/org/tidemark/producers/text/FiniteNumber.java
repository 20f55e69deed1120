package org.tidemark.producers.text;

import java.util.OptionalDouble;

/** Numbers as every locale-free program writes them: {@code 11.3}, {@code -4}, {@code 1e3}. */
public final class FiniteNumber {
    private FiniteNumber() {}

    /**
     * The number, or empty when the text is none that is finite: neither {@code NaN}, {@code 1,5}, {@code 1e999} nor a
     * formula.
     */
    public static OptionalDouble parse(String text) {
        return parse(text, 0);
    }

    /**
     * The number times a power of ten: rounded once, as if it were written out, so that 160.5 thousand is 160500.
     */
    static OptionalDouble parse(String text, int powerOfTen) {
        if (!looksLikeOne(text)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(powerOfTen == 0 ? text : scaled(text, powerOfTen));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException | ArithmeticException onlyLooked) {
            return OptionalDouble.empty();
        }
    }

    /** Why {@link #parse} found none, for people. */
    public static String complaint(String column, String text) {
        return "%s %s is no finite number; write it with a decimal point, such as 11.3 or 1e3, and leave it empty when there is none"
                .formatted(column, SourceExcerpt.of(text));
    }

    private static String scaled(String text, int powerOfTen) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        long power = at < 0 ? 0 : Long.parseLong(text.substring(at + 1));
        return (at < 0 ? text : text.substring(0, at)) + 'e' + Math.addExact(power, powerOfTen);
    }

    /** Java also reads 0x1p3, 1d, NaN and blanks around; no publisher's table means those. */
    private static boolean looksLikeOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
