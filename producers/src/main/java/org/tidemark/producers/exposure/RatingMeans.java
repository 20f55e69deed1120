package org.tidemark.producers.exposure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Row;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** Means of one rating over the rows of each SOC code, in the order in which the codes are met. */
final class RatingMeans {
    /** The SOC of 2018 has 867 detailed occupations. */
    private static final int CODES_MAX = 5_000;

    private static final Period PERIOD = Period.parse("2023");
    private static final double PERCENT = 100;

    private final String indicator;
    private final String column;
    private final Map<String, Mean> means = new LinkedHashMap<>();

    private static final class Mean {
        private final String where;
        private double sum;
        private int ratings;
        private boolean spoilt;

        Mean(String where) {
            this.where = where;
        }
    }

    RatingMeans(String indicator, String column) {
        this.indicator = indicator;
        this.column = column;
    }

    void take(Row row, int position, String soc, FigureSink sink) {
        if (means.size() == CODES_MAX && !means.containsKey(soc)) {
            row.reject(
                    sink,
                    RejectReason.TOO_LONG,
                    "occupation %s is one more than %,d, which no classification has; check that the file is the publisher's"
                            .formatted(soc, CODES_MAX));
            return;
        }
        Mean mean = means.computeIfAbsent(soc, s -> new Mean(row.where()));
        String text = row.text(position);
        if (text.isEmpty()) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        OptionalDouble rating = row.number(position);
        if (rating.isPresent() && rating.getAsDouble() >= 0 && rating.getAsDouble() <= 1) {
            mean.sum += rating.getAsDouble();
            mean.ratings++;
            return;
        }
        // A mean over the other occupations of this code would pass for one over all of them.
        mean.spoilt = true;
        row.reject(
                sink,
                rating.isEmpty() ? RejectReason.BAD_NUMBER : RejectReason.OUT_OF_RANGE,
                rating.isEmpty()
                        ? row.complaint(column, position)
                        : "%s %s is no share of tasks; write a number from 0 to 1".formatted(column, text));
    }

    /** Tells the means, after the last row. */
    void tell(FigureSink sink) {
        means.forEach((soc, mean) -> {
            if (!mean.spoilt && mean.ratings > 0) {
                sink.figure(StatedFigure.of(
                        new FigureId(new SeriesId(indicator, "US", Soc.sector(soc), "OPENAI_GPTS"), PERIOD),
                        PERCENT * mean.sum / mean.ratings,
                        null,
                        "percent",
                        mean.where));
            }
        });
    }
}
