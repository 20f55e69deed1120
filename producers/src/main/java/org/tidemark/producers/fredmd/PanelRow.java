package org.tidemark.producers.fredmd;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * What is told of one month: its followed columns one by one, all others as not covered.
 *
 * @param date position of the month
 * @param followed the columns that the catalogue names and the vintage has
 * @param width of the panel, the month's column included
 */
record PanelRow(int date, List<Column> followed, int width) {
    /** {@code 3/1/1959} is March 1959: the month first, and the day always the first. */
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})/0?1/(\\d{4})");

    PanelRow {
        followed = List.copyOf(followed);
    }

    record Column(String name, int position, SeriesId series, String unit) {}

    void tell(Row row, FigureSink sink) {
        if (isBlank(row)) {
            // Vintages end with rows of nothing but separators.
            followed.forEach(column -> sink.skipped(SkipReason.EMPTY));
        } else {
            Optional<Period> month = month(row);
            if (month.isEmpty()) {
                reject(row, sink);
                return;
            }
            followed.forEach(column -> tell(row, column, month.get(), sink));
        }
        for (int other = width - 1 - followed.size(); other > 0; other--) {
            sink.skipped(SkipReason.NOT_COVERED);
        }
    }

    private boolean isBlank(Row row) {
        if (!row.text(date).isEmpty()) {
            return false;
        }
        for (Column column : followed) {
            if (!row.text(column.position()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Period> month(Row row) {
        Matcher m = MONTH.matcher(row.text(date));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)));
            return Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
        } catch (DateTimeException | IllegalArgumentException noMonth) {
            return Optional.empty();
        }
    }

    private void reject(Row row, FigureSink sink) {
        String text = row.text(date);
        row.reject(
                sink,
                text.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_PERIOD,
                "sasdate %s is no month of the panel; write month/1/year such as 3/1/1959"
                        .formatted(SourceExcerpt.of(text)));
    }

    private static void tell(Row row, Column column, Period month, FigureSink sink) {
        String text = row.text(column.position());
        if (text.isEmpty()) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        OptionalDouble number = row.number(column.position());
        if (number.isEmpty()) {
            row.reject(sink, RejectReason.BAD_NUMBER, row.complaint(column.name(), column.position()));
            return;
        }
        sink.figure(new StatedFigure(
                new FigureId(column.series(), month),
                number.getAsDouble(),
                null,
                column.unit(),
                ObservationStatus.NORMAL,
                null,
                null,
                null,
                null,
                row.where()));
    }
}
