package org.tidemark.producers.exposure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Codes;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * What is told of one row: employees of the nation and all industries, in all occupations or a detailed one. The groups
 * in between are sums of the detailed ones.
 *
 * @param areaType position of 1 for the nation
 * @param industry position of the group of industries
 * @param code position of the occupation
 * @param group position of the kind of occupation
 * @param employed position of the number
 * @param error position of its relative standard error in percent
 * @param period of every row
 */
record OccupationRow(int areaType, int industry, int code, int group, int employed, int error, Period period) {
    private static final String AREA_TYPE = "AREA_TYPE";
    private static final String INDUSTRY = "I_GROUP";
    private static final String CODE = "OCC_CODE";
    private static final String GROUP = "O_GROUP";
    private static final String EMPLOYED = "TOT_EMP";
    private static final String ERROR = "EMP_PRSE";
    static final String[] COLUMNS = {AREA_TYPE, INDUSTRY, CODE, GROUP, EMPLOYED, ERROR};
    private static final String NATION = "1";
    private static final String ALL_INDUSTRIES = "cross-industry";
    private static final String ALL_OCCUPATIONS = "00-0000";
    private static final Set<String> SUMS = Set.of("major", "minor", "broad");
    private static final Set<String> SUPPRESSED = Set.of("*", "**", "#");
    private static final double PERCENT = 100;

    static boolean fits(Header header) {
        return header.hasAll(COLUMNS);
    }

    static OccupationRow of(Header header, Period period) throws UnreadableFileException {
        return new OccupationRow(
                header.require(AREA_TYPE),
                header.require(INDUSTRY),
                header.require(CODE),
                header.require(GROUP),
                header.requireNumbers(EMPLOYED),
                header.requireNumbers(ERROR),
                period);
    }

    /** What must be in each of three columns somewhere, or the table is another. */
    static List<Codes> codes() {
        return List.of(
                new Codes(AREA_TYPE, Set.of(NATION)),
                new Codes(INDUSTRY, Set.of(ALL_INDUSTRIES)),
                new Codes(GROUP, Set.of("total", "detailed", "major", "minor", "broad")));
    }

    void see(Row row, List<Codes> codes) {
        codes.get(0).see(row.text(areaType));
        codes.get(1).see(row.text(industry));
        codes.get(2).see(row.text(group));
    }

    void tell(Row row, FigureSink sink) {
        boolean elsewhere =
                !row.text(areaType).equals(NATION) || !row.text(industry).equals(ALL_INDUSTRIES);
        if (elsewhere || SUMS.contains(row.text(group))) {
            sink.skipped(SkipReason.NOT_COVERED);
            return;
        }
        Optional<String> sector = sector(row, sink);
        if (sector.isPresent()) {
            tell(row, sector.get(), sink);
        }
    }

    private Optional<String> sector(Row row, FigureSink sink) {
        String occupation = row.text(code);
        String kind = row.text(group);
        if (kind.equals("total") && occupation.equals(ALL_OCCUPATIONS)) {
            return Optional.of(SeriesId.TOTAL);
        }
        if (kind.equals("detailed") && Soc.isCode(occupation)) {
            return Optional.of(Soc.sector(occupation));
        }
        if (kind.equals("total") || kind.equals("detailed")) {
            Soc.reject(row, CODE, occupation, "15-1252, and 00-0000 for all", sink);
        } else {
            row.reject(
                    sink,
                    kind.isEmpty() ? RejectReason.MISSING_FIELD : RejectReason.BAD_ID,
                    "%s %s is no kind of occupation; write total, major, minor, broad or detailed"
                            .formatted(GROUP, SourceExcerpt.of(kind)));
        }
        return Optional.empty();
    }

    private void tell(Row row, String sector, FigureSink sink) {
        String text = row.text(employed);
        if (text.isEmpty() || SUPPRESSED.contains(text)) {
            sink.skipped(text.isEmpty() ? SkipReason.EMPTY : SkipReason.SUPPRESSED);
            return;
        }
        OptionalDouble number = row.number(employed);
        if (number.isEmpty()) {
            row.reject(sink, RejectReason.BAD_NUMBER, row.complaint(EMPLOYED, employed));
            return;
        }
        String relative = row.text(error);
        boolean given = !relative.isEmpty() && !SUPPRESSED.contains(relative);
        OptionalDouble percent = given ? row.number(error) : OptionalDouble.empty();
        if (given && !(percent.orElse(-1) >= 0)) {
            row.reject(
                    sink,
                    RejectReason.BAD_NUMBER,
                    "%s %s is no relative standard error; write percent of the value from 0 up such as 1.3, or ** for none"
                            .formatted(ERROR, SourceExcerpt.of(relative)));
            return;
        }
        double persons = number.getAsDouble();
        Double standardError = given ? Double.valueOf(Math.abs(persons) * percent.getAsDouble() / PERCENT) : null;
        sink.figure(stated(row, sector, persons, standardError));
    }

    private StatedFigure stated(Row row, String sector, double persons, @Nullable Double standardError) {
        SeriesId series = new SeriesId("labour.employment.occupation", "US", sector, "BLS_OEWS");
        return StatedFigure.of(new FigureId(series, period), persons, standardError, "persons", row.where());
    }
}
