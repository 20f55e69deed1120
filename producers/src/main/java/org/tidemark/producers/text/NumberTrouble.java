package org.tidemark.producers.text;

import java.util.regex.Pattern;

/** What is written around a number that makes it another, or none: what it is, and the one thing to change. */
final class NumberTrouble {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*\\d.*\\)");
    private static final Pattern CURRENCY = Pattern.compile("(?:\\p{Sc}.*\\d.*|.*\\d.*\\p{Sc})");
    private static final Pattern MARKED = Pattern.compile(
            "[+-]?[\\d.,]*\\d\\s*(?:[*\u2020\u2021#^?\u00b9\u00b2\u00b3]+|\\(?[A-Za-z]{1,3}\\)?|\\[\\d+]|\\(\\d+\\))");

    private NumberTrouble() {}

    /** What was found and the remedy; empty when it is nothing of the kind. */
    static String of(String text, WrittenNumber number) {
        if (number.isNumber() && !number.has(',') && !number.isSpaced() && !number.isOnlyByComma()) {
            // As programs write it, and too large for any of them.
            return "";
        }
        if (number.isNumber()) {
            return number.isOnlyByComma()
                    ? "has a decimal comma where the file has decimal points or commas between its cells; write it with a decimal point, such as 11.3"
                    : "groups its digits where the file does not; write it with a decimal point and without groups";
        }
        if (text.endsWith("%")) {
            return "has a percent sign; write the number alone, and the unit percent in its own column";
        }
        if (IN_BRACKETS.matcher(text).matches()) {
            return "stands in brackets, which is minus to some and unsure to others; write -3.2, or 3.2 with a status";
        }
        if (CURRENCY.matcher(text).matches()) {
            return "has a currency sign; write the number alone";
        }
        return MARKED.matcher(text).matches()
                ? "has a mark behind it; write the number alone, and the mark as a status or note in a column of its own"
                : "";
    }
}
