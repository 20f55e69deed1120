package org.tidemark.producers.exposure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * One of the two appendices.
 *
 * @param codeColumn name of the column of codes
 * @param titleColumn name of the column of names
 * @param scoreColumn name of the column of scores
 * @param form of a code
 * @param example of a code
 * @param classification prefix of the sector
 * @param indicator catalogue id
 */
record ScoreTable(
        String codeColumn,
        String titleColumn,
        String scoreColumn,
        Pattern form,
        String example,
        String classification,
        String indicator) {
    private static final Period PERIOD = Period.parse("2021");
    /** Of several rows with one code, each is some industries of the group and none the group. */
    private static final String PART = " only)";

    static final List<ScoreTable> ALL = List.of(
            new ScoreTable(
                    "SOC Code",
                    "Occupation Title",
                    "AIOE",
                    Pattern.compile("\\d{2}-\\d{4}"),
                    "15-1131",
                    "SOC:",
                    "exposure.score.aioe"),
            new ScoreTable(
                    "NAICS",
                    "Industry Title",
                    "AIIE",
                    Pattern.compile("\\d{4}"),
                    "1133",
                    "NAICS:",
                    "exposure.score.aiie"));

    boolean fits(Header header) {
        return header.hasAll(codeColumn, titleColumn, scoreColumn);
    }

    /** The table with these columns; the first where none fits, which then says what it lacks. */
    static ScoreTable of(Header header) {
        return ALL.stream().filter(table -> table.fits(header)).findFirst().orElse(ALL.get(0));
    }

    void tell(Row row, int code, int title, int score, FigureSink sink) {
        String id = row.text(code);
        String text = row.text(score);
        if (!form.matcher(id).matches()) {
            row.reject(
                    sink,
                    id.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_ID,
                    "%s %s is no code; write it as %s".formatted(codeColumn, SourceExcerpt.of(id), example));
        } else if (row.text(title).endsWith(PART)) {
            sink.skipped(SkipReason.NOT_COVERED);
        } else if (text.isEmpty()) {
            sink.skipped(SkipReason.EMPTY);
        } else {
            tell(row, id, score, sink);
        }
    }

    private void tell(Row row, String id, int score, FigureSink sink) {
        OptionalDouble number = row.number(score);
        if (number.isEmpty()) {
            row.reject(sink, RejectReason.BAD_NUMBER, row.complaint(scoreColumn, score));
            return;
        }
        SeriesId series = new SeriesId(indicator, "US", classification + id, "FELTEN_RAJ_SEAMANS");
        sink.figure(StatedFigure.of(
                new FigureId(series, PERIOD), number.getAsDouble(), null, "standard_score", row.where()));
    }
}
