package org.tidemark.producers.indeed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its dates. Each style is strict: what another style would also read is not a reason to try it, or
 * 10/2/25 of one row becomes a day in October between two in February.
 */
enum DateStyle {
    /** {@code 2025-02-10}. */
    ISO("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})", "2025-02-28"),
    /** {@code 10/2/25} is 10 February 2025. */
    DAY_FIRST("(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{2}|\\d{4})", "28/2/25"),
    /** {@code 2/10/25} is 10 February 2025. */
    MONTH_FIRST("(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{2}|\\d{4})", "2/28/25");

    /** The tracker begins in 2019, so two digits are of this century. */
    private static final int CENTURY = 2000;

    private final Pattern form;
    private final String example;

    DateStyle(String form, String example) {
        this.form = Pattern.compile(form);
        this.example = example;
    }

    /** The day that the text means in this style; empty when it means none. */
    Optional<LocalDate> read(String text) {
        Matcher m = form.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String year = m.group("year");
        int base = year.length() == 2 ? CENTURY : 0;
        try {
            return Optional.of(LocalDate.of(
                    base + Integer.parseInt(year),
                    Integer.parseInt(m.group("month")),
                    Integer.parseInt(m.group("day"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** 28 February 2025 as this style writes it. */
    String example() {
        return example;
    }
}
