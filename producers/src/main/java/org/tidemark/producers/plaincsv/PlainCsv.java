package org.tidemark.producers.plaincsv;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;

/**
 * UTF-8 CSV with one figure a row. Columns in any order: {@code indicator, economy, sector, period, value, unit,
 * published, source}; optional {@code standard_error, release, status, note}; others are ignored. A line that begins
 * with {@code #} is a comment.
 *
 * <p>A row whose {@code value} is empty says nothing and is skipped, unless its {@code status} is {@code M} (or
 * {@code missing}): that row withdraws the figure. Whether indicator, unit and range are right is for the topologies.
 */
public final class PlainCsv implements SourceFormat {
    private static final DelimitedText TEXT =
            DelimitedText.CSV.withComments().withHeader(header -> header.hasAll(PlainColumns.REQUIRED));

    private final Catalogue catalogue;

    public PlainCsv(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private static final List<String> SCALES =
            List.of("unit_mult", "unit_multiplier", "multiplier", "scale", "powercode", "power_of_ten");

    @Override
    public String name() {
        return "plain-csv";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), PlainColumns.REQUIRED);
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        TEXT.read(file, sink, header -> {
            requireNoScale(file, header);
            NearColumns.remarks(header).forEach(sink::remark);
            PlainColumns columns = PlainColumns.under(header);
            FigureSink near = new NearIndicators(sink, catalogue);
            return row -> new PlainRow(row, columns, catalogue).tell(near);
        });
    }

    /** Other columns are ignored, but one that multiplies the values would make other numbers of them. */
    private static void requireNoScale(SourceFile file, Header header) throws UnreadableFileException {
        for (String name : SCALES) {
            if (header.hasAll(name)) {
                throw new UnreadableFileException(
                        "%s has a column '%s', which plain CSV does not apply; write the values out in their unit and take the column out"
                                .formatted(file.name(), name));
            }
        }
    }
}
