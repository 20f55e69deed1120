package org.tidemark.producers.exposure;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Codes;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/**
 * Employees by occupation of the US Bureau of Labor Statistics. The table is about May of one year and does not say of
 * which: the file's name must.
 */
public final class EmploymentByOccupation implements SourceFormat {
    /** A year on its own, and not the beginning of a date. */
    private static final Pattern YEAR = Pattern.compile("(?<![\\d-])(?:19|20)\\d{2}(?![\\d-])");

    private static final DelimitedText TEXT = DelimitedText.CSV.withThousands().withHeader(OccupationRow::fits);

    @Override
    public String name() {
        return "bls-oews";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), OccupationRow.COLUMNS);
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        List<Codes> codes = OccupationRow.codes();
        TEXT.read(file, sink, header -> {
            OccupationRow table = OccupationRow.of(header, may(file));
            return row -> {
                table.see(row, codes);
                table.tell(row, sink);
            };
        });
        codes.stream()
                .flatMap(column -> column.complaint().stream())
                .findFirst()
                .ifPresent(detail -> sink.rejected(RejectReason.UNKNOWN_INDICATOR, "all lines", detail, new byte[0]));
    }

    private static Period may(SourceFile file) throws UnreadableFileException {
        List<String> years = YEAR.matcher(file.name())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        if (years.size() != 1) {
            throw new UnreadableFileException(
                    "%s: the table says its year only in the file's name, and this names %s; call it bls_oews_national_2024.csv or the like"
                            .formatted(file.name(), years.isEmpty() ? "none" : String.join(" and ", years)));
        }
        return Period.parse(years.get(0) + "-05");
    }
}
