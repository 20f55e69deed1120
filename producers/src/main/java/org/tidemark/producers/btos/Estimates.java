package org.tidemark.producers.btos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.FiniteNumber;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.FigureId;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** The sheet of estimates: a row per answer, a column per wave. Tells each of its cells once. */
final class Estimates {
    static final String SHEET = "Response Estimates";

    private static final String UNIT = "percent";
    private static final String SUPPRESSED = "S";
    private static final String NOT_ASKED = ".";
    private static final int ORIGINAL_BYTES_MAX = 64 * 1024;

    private final WaveDates dates;
    private final StandardErrors errors;
    private final FigureSink sink;
    private @Nullable ResponseColumns columns;

    Estimates(WaveDates dates, StandardErrors errors, FigureSink sink) {
        this.dates = dates;
        this.errors = errors;
        this.sink = sink;
    }

    private final AskedQuestions asked = new AskedQuestions();

    void tell(Sheets sheets) throws UnreadableFileException {
        sheets.forEachRow(SHEET, row -> {
            ResponseColumns known = columns;
            if (known == null) {
                columns = ResponseColumns.of(row, sheets.fileName());
            } else if (!known.isNoResponse(row)) {
                asked.see(known.questionId(row), known.question(row));
                tell(row, known);
            }
        });
        asked.complaints()
                .forEach(
                        detail -> sink.rejected(RejectReason.UNKNOWN_INDICATOR, "sheet " + SHEET, detail, new byte[0]));
    }

    private void tell(SheetRow row, ResponseColumns known) {
        String indicator = known.indicator(row);
        boolean followed = indicator != null && known.breakdown().follows(known.code(row));
        for (ResponseColumns.Wave wave : known.waves()) {
            if (indicator != null && followed) {
                tell(new ResponseCell(row, known, wave, indicator));
            } else {
                sink.skipped(SkipReason.NOT_COVERED);
            }
        }
    }

    private void tell(ResponseCell cell) {
        switch (cell.text()) {
            case "" -> sink.skipped(SkipReason.EMPTY);
            case SUPPRESSED -> sink.skipped(SkipReason.SUPPRESSED);
            case NOT_ASKED -> sink.skipped(SkipReason.NOT_ASKED);
            default -> tellNumber(cell);
        }
    }

    private void tellNumber(ResponseCell cell) {
        OptionalDouble value = percent(cell.text());
        WaveDates.Wave wave = dates.wave(cell.wave().id());
        String error = errors.text(cell.indicator(), cell.code(), cell.wave().id());
        OptionalDouble standardError = percent(error);
        if (!cell.isOfKnownCode()) {
            reject(cell, RejectReason.BAD_ID, cell.complaint());
        } else if (value.isEmpty()) {
            reject(cell, RejectReason.BAD_NUMBER, complaint("estimate", cell.text()));
        } else if (wave == null) {
            reject(cell, RejectReason.BAD_PERIOD, dates.complaint(cell.wave().id()));
        } else if (standardError.isPresent() ? standardError.getAsDouble() < 0 : !isNone(error)) {
            reject(cell, RejectReason.BAD_NUMBER, complaint("standard error", error));
        } else {
            Double written = standardError.isPresent() ? standardError.getAsDouble() : null;
            sink.figure(figure(cell, value.getAsDouble(), written, wave));
        }
    }

    private static StatedFigure figure(
            ResponseCell cell, double value, @Nullable Double standardError, WaveDates.Wave wave) {
        return new StatedFigure(
                new FigureId(cell.series(), wave.period()),
                value,
                standardError,
                UNIT,
                ObservationStatus.NORMAL,
                null,
                wave.usual(),
                cell.wave().id(),
                null,
                cell.where());
    }

    /** The number before the sign; empty when either is missing, for 0.113 and 11.3 could mean the same. */
    private static OptionalDouble percent(String text) {
        return text.endsWith("%")
                ? FiniteNumber.parse(text.substring(0, text.length() - 1).strip())
                : OptionalDouble.empty();
    }

    private static boolean isNone(String error) {
        return error.isEmpty() || error.equals(SUPPRESSED) || error.equals(NOT_ASKED);
    }

    private static String complaint(String what, String text) {
        return "%s %s is no percentage of 0 or more; write it as 11.3%%, S when suppressed, . when not asked"
                .formatted(what, SourceExcerpt.of(text));
    }

    private void reject(ResponseCell cell, RejectReason reason, String detail) {
        byte[] original = cell.text().getBytes(StandardCharsets.UTF_8);
        sink.rejected(
                reason, cell.where(), detail, Arrays.copyOf(original, Math.min(original.length, ORIGINAL_BYTES_MAX)));
    }

    /** A cell of the table, with the row and the column that say what it is. */
    private record ResponseCell(SheetRow row, ResponseColumns columns, ResponseColumns.Wave wave, String indicator) {
        String text() {
            return row.text(wave.column());
        }

        String code() {
            return columns.code(row);
        }

        String where() {
            return row.where(wave.column());
        }

        boolean isOfKnownCode() {
            return columns.breakdown().knows(code());
        }

        SeriesId series() {
            return columns.breakdown().series(indicator, code());
        }

        String complaint() {
            return "%s %s is not in the survey's data dictionary; correct the code in the first column"
                    .formatted(columns.breakdown().label(), SourceExcerpt.of(code()));
        }
    }
}
