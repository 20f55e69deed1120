package org.tidemark.producers.plaincsv;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EconomyCodes;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.producers.text.ValueMarks;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;
import org.tidemark.text.PlainText;
import org.tidemark.text.SheetCell;
import org.tidemark.validate.RejectReason;

/** One row on its way to a figure. Of several faults the first is told, for a row is told once. */
final class PlainRow {
    /** An id or unit is a word; one that fills a page would travel with every figure. */
    private static final int WORD_CHARS_MAX = 100;

    private static final int NOTE_CHARS_MAX = 4_000;

    private final Row row;
    private final PlainColumns columns;
    private final Catalogue catalogue;
    private @Nullable RejectReason fault;
    private String detail = "";

    PlainRow(Row row, PlainColumns columns, Catalogue catalogue) {
        this.row = row;
        this.columns = columns;
        this.catalogue = catalogue;
    }

    void tell(FigureSink sink) {
        ObservationStatus status = status();
        boolean empty = row.text(columns.value()).isEmpty();
        if (empty && status != null && status != ObservationStatus.MISSING) {
            sink.skipped(SkipReason.EMPTY);
            return;
        }
        StatedFigure figure = status == null ? null : figure(status);
        if (fault == null && figure != null) {
            sink.figure(figure);
        } else if (fault != null) {
            row.reject(sink, fault, detail, row.text(columns.source()), row.text(columns.economy()));
        }
    }

    private @Nullable StatedFigure figure(ObservationStatus status) {
        SeriesId series = series();
        Period period = parsed("period", columns.period(), RejectReason.BAD_PERIOD, Period::parse);
        ValueMarks.Bare bare = bare();
        Double value = value(status, bare.number());
        Double standardError = standardError();
        String unit = word("unit", needed("unit", columns.unit()));
        Instant published =
                parsed("published", columns.published(), RejectReason.BAD_PUBLISHED, PublicationDate::parse);
        String release = word("release", text(columns.release()));
        String note = note();
        if (series == null || period == null || published == null) {
            return null;
        }
        return new StatedFigure(
                new FigureId(series, period),
                value,
                standardError,
                unit,
                ValueMarks.graver(status, bare.status()),
                published,
                null,
                release.isEmpty() ? null : release,
                ValueMarks.both(note.isEmpty() ? null : note, bare.note()),
                row.where());
    }

    /** Absent or empty means normal; null when it is no status. */
    private @Nullable ObservationStatus status() {
        String text = row.text(columns.status());
        if (text.isEmpty()) {
            return ObservationStatus.NORMAL;
        }
        for (ObservationStatus status : ObservationStatus.values()) {
            if (text.equalsIgnoreCase(status.sdmxCode()) || text.equalsIgnoreCase(status.name())) {
                return status;
            }
        }
        fault(
                RejectReason.MALFORMED,
                "status %s is none of A, P, E, M, B (normal, provisional, estimated, missing, break); write one of them"
                        .formatted(SourceExcerpt.of(text)));
        return null;
    }

    private @Nullable SeriesId series() {
        String indicator = needed("indicator", columns.indicator());
        String economy = needed("economy", columns.economy());
        String sector = needed("sector", columns.sector());
        String source = needed("source", columns.source());
        if (fault == null && !catalogue.knowsEconomy(economy)) {
            fault(RejectReason.UNKNOWN_ECONOMY, EconomyCodes.advice(economy, catalogue));
        }
        if (fault != null) {
            return null;
        }
        try {
            return new SeriesId(indicator, economy, sector, source);
        } catch (IllegalArgumentException badId) {
            fault(RejectReason.BAD_ID, message(badId));
            return null;
        }
    }

    private <T> @Nullable T parsed(String name, int column, RejectReason reason, Function<String, T> parser) {
        String text = needed(name, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException unreadable) {
            fault(reason, message(unreadable));
            return null;
        }
    }

    /** The value without what its source is declared to write behind or around numbers. */
    private ValueMarks.Bare bare() {
        return ValueMarks.of(catalogue.source(text(columns.source())).marks()).of(row.text(columns.value()));
    }

    private @Nullable Double value(ObservationStatus status, String written) {
        Double value = number("value", columns.value(), written);
        if (value != null && status == ObservationStatus.MISSING) {
            fault(
                    RejectReason.MALFORMED,
                    "status missing beside value %s; leave the value empty to withdraw the figure, or change the status"
                            .formatted(value));
        }
        return value;
    }

    private @Nullable Double standardError() {
        Double standardError = number("standard_error", columns.standardError(), row.text(columns.standardError()));
        if (standardError != null && standardError < 0) {
            fault(
                    RejectReason.BAD_NUMBER,
                    "standard_error %s is negative; write it as 0 or more, or leave it empty".formatted(standardError));
        }
        return standardError;
    }

    private @Nullable Double number(String name, int column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        boolean percent = text.endsWith("%") && row.text(columns.unit()).equals("percent");
        OptionalDouble number = percent ? row.percentIn(text) : row.numberIn(text, 0);
        if (number.isEmpty()) {
            String said = row.complaint(name, column);
            fault(
                    RejectReason.BAD_NUMBER,
                    column == columns.value()
                            ? ValueMarks.complaint(
                                    said, row.text(column), "source " + SourceExcerpt.of(text(columns.source())))
                            : said);
            return null;
        }
        return number.getAsDouble();
    }

    private String needed(String name, int column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(
                    RejectReason.MISSING_FIELD,
                    "column '%s' is empty; only value, standard_error, release, status and note may be"
                            .formatted(name));
        }
        return text;
    }

    /** Our own CSV has an apostrophe before text that begins like a formula. */
    private String text(int column) {
        return SheetCell.read(row.text(column));
    }

    private String word(String name, String text) {
        if (text.length() > WORD_CHARS_MAX || !PlainText.isPlain(text)) {
            fault(
                    RejectReason.BAD_ID,
                    "%s %s is no word of one line and at most %d characters; put prose into the note"
                            .formatted(name, SourceExcerpt.of(text), WORD_CHARS_MAX));
        }
        return text;
    }

    private String note() {
        String text = text(columns.note());
        if (text.length() > NOTE_CHARS_MAX) {
            fault(
                    RejectReason.TOO_LONG,
                    "note of %d characters, at most %d travel with a figure; shorten it"
                            .formatted(text.length(), NOTE_CHARS_MAX));
        }
        return text;
    }

    private void fault(RejectReason reason, String what) {
        if (fault == null) {
            fault = reason;
            detail = what;
        }
    }

    /** Foreign text within a parser's message must not break its line. */
    private static String message(IllegalArgumentException e) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        return PlainText.of(text).strip();
    }
}
