package org.tidemark.producers.indeed;

import java.util.OptionalDouble;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Row;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * A column of values of Indeed's.
 *
 * @param name as the header has it
 * @param position in the file
 * @param base what is added to come to the indicator's unit: 100 for a percent change since the base day
 * @param factor what is multiplied before that: 100 for a share
 * @param unit of the indicator
 */
record PostingsCell(String name, int position, double base, double factor, String unit) {
    private static final String ABSENT = "NA";

    /** What is told of this cell where the row itself is sound. */
    void tell(Row row, Period period, Series series, FigureSink sink) {
        String text = row.text(position);
        if (text.isEmpty() || text.equals(ABSENT)) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        OptionalDouble number = row.number(position);
        if (number.isEmpty()) {
            row.reject(sink, RejectReason.BAD_NUMBER, row.complaint(name, position));
            return;
        }
        FigureId figure;
        try {
            figure = new FigureId(series.id(), period);
        } catch (IllegalArgumentException e) {
            row.reject(sink, RejectReason.BAD_ID, String.valueOf(e.getMessage()));
            return;
        }
        sink.figure(stated(figure, base + factor * number.getAsDouble(), row.where()));
    }

    private StatedFigure stated(FigureId figure, double value, String where) {
        return new StatedFigure(figure, value, null, unit, ObservationStatus.NORMAL, null, null, null, null, where);
    }

    /** Names the series of a cell. */
    @FunctionalInterface
    interface Series {
        /**
         * Puts it together.
         *
         * @throws IllegalArgumentException when what the row says makes no id
         */
        SeriesId id();
    }
}
