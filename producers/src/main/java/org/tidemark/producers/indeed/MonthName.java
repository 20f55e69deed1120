package org.tidemark.producers.indeed;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/** A month as the wage tables write it: {@code Jan-19} is January 2019. */
final class MonthName {
    static final String COLUMN = "month";

    private static final Pattern FORM = Pattern.compile("(?<month>[A-Z][a-z]{2})-(?<year>\\d{2})");
    // Not the formatter's, whose names depend on the locale data of the Java that runs.
    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** The tracker begins in 2019, so two digits are of this century. */
    private static final int CENTURY = 2000;

    private MonthName() {}

    /** The period of a row; when its month is none, the row is rejected and the answer empty. */
    static Optional<Period> period(Row row, int column, FigureSink sink) {
        String text = row.text(column);
        Matcher m = FORM.matcher(text);
        int month = m.matches() ? 1 + NAMES.indexOf(m.group("month")) : 0;
        if (month == 0) {
            row.reject(
                    sink,
                    text.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_PERIOD,
                    "%s %s is no month; write it as Jan-19".formatted(COLUMN, SourceExcerpt.of(text)));
            return Optional.empty();
        }
        YearMonth read = YearMonth.of(CENTURY + Integer.parseInt(m.group("year")), month);
        return Optional.of(new Period(read.atDay(1), read.atEndOfMonth()));
    }
}
