package org.tidemark.producers.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as people and spreadsheets write it, and what it can be: with a decimal point, with a decimal comma, or with
 * both, as {@code 1,234} can.
 *
 * @param text with an ASCII minus and without blanks around it
 * @param byPoint the same as programs write it, if the decimal mark is a point; null when it is no number then
 * @param byComma likewise if it is a comma
 */
record WrittenNumber(String text, @Nullable String byPoint, @Nullable String byComma) {
    /** No honest number is longer. */
    private static final int CHARS_MAX = 400;

    private static final String MINUS = "\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d";
    /** Blank, no-break blank, figure, thin, narrow no-break. */
    private static final String BLANKS = " \\u00a0\\u2007\\u2009\\u202f";

    private static final String EXPONENT = "(?:[eE][+-]?\\d{1,5})?";
    private static final Pattern POINT = form(",", "\\.");
    private static final Pattern COMMA = form("\\.", ",");
    private static final Pattern NO_DIGIT_OF_IT = Pattern.compile("[" + BLANKS + "'\u2019]");

    private static final Pattern GAPPED = Pattern.compile("[+-]?\\d{1,3}(?:[,.'\u2019" + BLANKS + "]\\d{2,})+");

    /** Digits in one piece, or in threes after one to three that do not begin with zero; each kind of gap for itself. */
    private static Pattern form(String group, String decimal) {
        StringBuilder whole = new StringBuilder("\\d+");
        for (String gap : new String[] {group, " ", "\\u00a0", "\\u2007", "\\u2009", "\\u202f", "'", "\\u2019"}) {
            whole.append("|[1-9]\\d{0,2}(?:").append(gap).append("\\d{3})+");
        }
        return Pattern.compile("[+-]?(?:(?:" + whole + ")(?:" + decimal + "\\d*)?|" + decimal + "\\d+)" + EXPONENT);
    }

    static WrittenNumber of(String cell) {
        String text = Header.trimmed(cell);
        if (!text.isEmpty() && MINUS.indexOf(text.charAt(0)) >= 0) {
            text = '-' + text.substring(1);
        }
        if (text.length() > CHARS_MAX || text.isEmpty()) {
            return new WrittenNumber(text, null, null);
        }
        String digits = NO_DIGIT_OF_IT.matcher(text).replaceAll("");
        return new WrittenNumber(
                text,
                POINT.matcher(text).matches() ? digits.replace(",", "") : null,
                COMMA.matcher(text).matches() ? digits.replace(".", "").replace(',', '.') : null);
    }

    boolean isNumber() {
        return byPoint != null || byComma != null;
    }

    /** Whether it is a number either way, but not the same one. */
    boolean isEither() {
        return byPoint != null && byComma != null && !byPoint.equals(byComma);
    }

    /** Whether only a decimal point, or commas between groups, make it one. */
    boolean isOnlyByPoint() {
        return byPoint != null && byComma == null;
    }

    boolean isOnlyByComma() {
        return byComma != null && byPoint == null;
    }

    boolean has(char mark) {
        return text.indexOf(mark) >= 0;
    }

    /** Whether it is digits with gaps that no rule makes a number: {@code 12,34,567}. */
    boolean isGapped() {
        return !isNumber() && text.length() <= CHARS_MAX && GAPPED.matcher(text).matches();
    }

    /** Whether its digits stand in groups by blanks or apostrophes, which nothing else can mean. */
    boolean isSpaced() {
        return isNumber() && NO_DIGIT_OF_IT.matcher(text).find();
    }
}
