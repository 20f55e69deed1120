package org.tidemark.producers.indeed;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/** What a row's date means: the seven days that end on it, in the one style that the whole file is written in. */
final class SevenDays {
    static final String COLUMN = "date";

    private static final int DAYS = 7;

    private final DateStyle style;

    private SevenDays(DateStyle style) {
        this.style = style;
    }

    /** Reads the dates of the file once, to find their style. */
    static SevenDays of(SourceFile file, DelimitedText text) throws IOException {
        DateEvidence evidence = new DateEvidence();
        text.read(file, new Nobody(), header -> {
            int date = header.require(COLUMN);
            return row -> evidence.see(row.text(date));
        });
        return new SevenDays(evidence.style());
    }

    /** The period of a row; when its date is none, the row is rejected and the answer empty. */
    Optional<Period> period(Row row, int column, FigureSink sink) {
        String text = row.text(column);
        Optional<LocalDate> last = style.read(text);
        if (last.isEmpty()) {
            row.reject(sink, text.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_PERIOD, complaint(text));
            return Optional.empty();
        }
        try {
            return Optional.of(Period.trailing(DAYS, last.get()));
        } catch (IllegalArgumentException outsideTheCalendar) {
            row.reject(sink, RejectReason.BAD_PERIOD, complaint(text));
            return Optional.empty();
        }
    }

    private String complaint(String text) {
        return "%s %s is no day as the rest of the file writes it; write it as %s"
                .formatted(COLUMN, SourceExcerpt.of(text), style.example());
    }

    /** Of the first pass nothing is told; all of it comes again in the second. */
    private static final class Nobody implements FigureSink {
        @Override
        public void figure(StatedFigure figure) {}

        @Override
        public void skipped(SkipReason reason) {}

        @Override
        public void rejected(RejectReason reason, String where, String detail, byte[] original) {}
    }
}
