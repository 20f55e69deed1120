package org.tidemark.producers.btos;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.SourceExcerpt;

/**
 * The publisher's workbooks as downloaded: National, Sector, Employment Size Class, State. A figure is a cell of the
 * sheet of estimates; its standard error stands in a sheet of its own, the dates of its wave in another.
 *
 * <p>Told are the cells of the sheet of estimates and no others; the sheets of indices are not read.
 */
public final class BtosWorkbook implements SourceFormat {
    @Override
    public String name() {
        return "census-btos";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return WorkbookPackage.sheetNames(file).containsAll(Set.of(Estimates.SHEET, WaveDates.SHEET));
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        Set<String> sheets = Set.copyOf(WorkbookPackage.sheetNames(file));
        if (sheets.isEmpty()) {
            return Optional.empty();
        }
        String there = SourceExcerpt.of(sheets.stream().sorted().collect(Collectors.joining(", ")));
        return Optional.of(new NearMiss(
                0.5,
                "is a workbook without the sheets '%s' and '%s' of census-btos, only %s; of any other save the sheet as CSV"
                        .formatted(Estimates.SHEET, WaveDates.SHEET, there)));
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        try (Sheets sheets = Sheets.open(file)) {
            WaveDates dates = WaveDates.in(sheets);
            StandardErrors errors = StandardErrors.in(sheets);
            new Estimates(dates, errors, sink).tell(sheets);
        }
    }
}
