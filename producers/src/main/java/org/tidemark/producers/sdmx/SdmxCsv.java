package org.tidemark.producers.sdmx;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Excerpt;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;

/**
 * SDMX-CSV 1.0 (first column DATAFLOW; Eurostat adds LAST UPDATE) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION), separated
 * by commas or semicolons, with codes, labels or both. The catalogue's {@code sdmx:} says which rows are which
 * indicator; those that it does not name are not covered.
 */
public final class SdmxCsv implements SourceFormat {
    private static final DelimitedText COMMAS = DelimitedText.CSV;
    private static final DelimitedText SEMICOLONS = DelimitedText.CSV.separatedBy(';');
    /** {@code ESTAT:ISOC_EB_AI(1.0)}: the version of a structure does not change what it measures. */
    private static final Pattern VERSION = Pattern.compile("\\([^()]*\\)$");

    private final Catalogue catalogue;

    public SdmxCsv(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "sdmx-csv";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return fits(COMMAS, file) || fits(SEMICOLONS, file);
    }

    private static boolean fits(DelimitedText text, SourceFile file) throws IOException {
        return text.header(file).filter(SdmxColumns::fits).isPresent();
    }

    private static DelimitedText textOf(SourceFile file) throws IOException {
        return fits(SEMICOLONS, file) ? SEMICOLONS : COMMAS;
    }

    /** The publisher's LAST UPDATE, else the date in a name. */
    @Override
    public Optional<Instant> filed(SourceFile file) throws IOException {
        DelimitedText text = textOf(file);
        Optional<Header> header = text.header(file);
        Optional<Row> first = text.firstRow(file);
        if (header.isPresent() && first.isPresent()) {
            String written = SdmxColumns.of(header.get()).lastUpdate(first.get());
            return LastUpdate.read(written).or(() -> FileDates.of(file));
        }
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        DelimitedText text = textOf(file);
        Optional<Row> first = text.firstRow(file);
        text.read(file, sink, header -> {
            SdmxColumns columns = columns(file, header);
            if (first.isPresent()) {
                requireDataflow(file, columns.dataflow(first.get()));
            }
            Map<String, Optional<DataflowRows>> known = new HashMap<>();
            return row -> {
                String dataflow = withoutVersion(columns.dataflow(row));
                rows(dataflow, columns, known)
                        .ifPresentOrElse(rows -> rows.tell(row, sink), () -> sink.skipped(SkipReason.NOT_COVERED));
            };
        });
    }

    private static SdmxColumns columns(SourceFile file, Header header) throws UnreadableFileException {
        if (!SdmxColumns.fits(header)) {
            throw new UnreadableFileException(
                    "%s is no SDMX-CSV: it needs DATAFLOW (or STRUCTURE, STRUCTURE_ID), %s and %s; download it again as SDMX-CSV"
                            .formatted(file.name(), SdmxColumns.PERIOD, SdmxColumns.VALUE));
        }
        return SdmxColumns.of(header);
    }

    private void requireDataflow(SourceFile file, String dataflow) throws UnreadableFileException {
        String id = withoutVersion(dataflow);
        if (catalogue.sdmx(id).isEmpty()) {
            throw new UnreadableFileException(
                    "%s: dataflow %s is not in the catalogue; add it under 'sdmx:' (dataflow, source, economy_dimension, series) in a file and pass --catalogue"
                            .formatted(file.name(), Excerpt.of(id)));
        }
    }

    /** A file of 2.0 may hold several dataflows; of a hostile one, only those in the catalogue are remembered. */
    private Optional<DataflowRows> rows(
            String dataflow, SdmxColumns columns, Map<String, Optional<DataflowRows>> known) {
        Optional<DataflowRows> before = known.get(dataflow);
        if (before != null) {
            return before;
        }
        Optional<DataflowRows> rows =
                catalogue.sdmx(dataflow).map(mapping -> new DataflowRows(columns, mapping, catalogue));
        if (rows.isPresent()) {
            known.put(dataflow, rows);
        }
        return rows;
    }

    private static String withoutVersion(String dataflow) {
        return VERSION.matcher(dataflow).replaceFirst("");
    }
}
