package org.tidemark.producers.microsoft;

import java.util.OptionalDouble;
import java.util.Set;
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
 * A column of shares of people.
 *
 * @param name as the header has it
 * @param position in the file
 * @param signed whether each value carries its percent sign; where it does, one without may be a fraction
 */
record ShareCell(String name, int position, boolean signed) {
    private static final String INDICATOR = "adoption.people.any_use";
    private static final String SOURCE = "MICROSOFT_AIEI";
    private static final Set<String> NOTHING = Set.of("", "-", "NA", "N/A");

    void tell(Row row, String economy, Period period, FigureSink sink) {
        String text = row.text(position);
        if (NOTHING.contains(text)) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        boolean hasSign = text.endsWith("%");
        OptionalDouble number = row.percent(position);
        if (number.isEmpty() || hasSign != signed) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    "%s %s is no share as this table writes it; write %s for eleven in a hundred"
                            .formatted(SourceExcerpt.of(name), SourceExcerpt.of(text), signed ? "11.0%" : "11.0"));
            return;
        }
        sink.figure(stated(row, economy, period, number.getAsDouble()));
    }

    private static StatedFigure stated(Row row, String economy, Period period, double percent) {
        return new StatedFigure(
                new FigureId(new SeriesId(INDICATOR, economy, SeriesId.TOTAL, SOURCE), period),
                percent,
                null,
                "percent",
                ObservationStatus.NORMAL,
                null,
                null,
                null,
                null,
                row.where());
    }
}
