package org.tidemark.producers.sdmx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.producers.text.ValueMarks;
import org.tidemark.series.ObservationStatus;
import org.tidemark.text.Likeness;

/**
 * SDMX-CSV 1.0 (first column DATAFLOW; Eurostat adds LAST UPDATE) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION), separated
 * by commas or semicolons, with codes, labels or both. The catalogue's {@code sdmx:} says which rows are which
 * indicator; those that it does not name are not covered.
 */
public final class SdmxCsv implements SourceFormat {
    private static final DelimitedText TEXT = DelimitedText.CSV.withHeader(SdmxColumns::fits);
    /** {@code ESTAT:ISOC_EB_AI(1.0)}: the version of a structure does not change what it measures. */
    private static final Pattern VERSION = Pattern.compile("\\([^()]*\\)$");

    private static final int DATAFLOWS_NAMED_MAX = 5;

    private final Catalogue catalogue;
    /** Those of all dataflows, for how a file writes its numbers. */
    private final ValueMarks marks;

    public SdmxCsv(Catalogue catalogue) {
        this.catalogue = catalogue;
        Map<String, ObservationStatus> all = new LinkedHashMap<>();
        catalogue.dataflows().stream()
                .flatMap(dataflow -> catalogue.sdmx(dataflow).stream())
                .forEach(mapping -> all.putAll(mapping.marks()));
        this.marks = ValueMarks.of(all);
    }

    @Override
    public String name() {
        return "sdmx-csv";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        for (Header header : TEXT.possibleHeaders(file)) {
            Optional<String> near = SdmxColumns.nearly(header);
            if (near.isPresent()) {
                return near.map(what -> new NearMiss(0.95, what));
            }
        }
        return Optional.empty();
    }

    /** The publisher's LAST UPDATE, else the date in a name. */
    @Override
    public Optional<Instant> filed(SourceFile file) throws IOException {
        return Optional.ofNullable(LastUpdate.of(TEXT, file).latest()).or(() -> FileDates.of(file));
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        Optional<Row> first = TEXT.firstRow(file);
        Map<String, DataflowRows> known = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        TEXT.read(file, sink, header -> {
            SdmxColumns columns = columns(file, header);
            if (first.isPresent()) {
                requireDataflow(file, columns.dataflow(first.get()));
            }
            int power = PowerAbove.of(file, header, catalogue.sdmxAttributes());
            markErrors(header, columns);
            header.markedBy(cell -> marks.of(cell).number());
            return row -> {
                requireOwnAttributes(file, row, columns);
                String dataflow = withoutVersion(columns.dataflow(row));
                DataflowRows rows = rows(dataflow, columns, known, power);
                if (rows != null) {
                    rows.tell(row, sink);
                } else {
                    sink.skipped(SkipReason.NOT_COVERED);
                    if (unknown.size() < DATAFLOWS_NAMED_MAX) {
                        unknown.add(SourceExcerpt.of(dataflow));
                    }
                }
            };
        });
        known.values().forEach(rows -> rows.tellCoverage(sink));
        String undated = LastUpdate.of(TEXT, file).trouble();
        if (undated != null) {
            sink.remark(undated);
        }
        if (!unknown.isEmpty()) {
            sink.remark("rows of dataflows that the catalogue does not have are not covered: "
                    + String.join(", ", unknown));
        }
    }

    /** Numbers of every dataflow that may come; how the file writes them is asked once. */
    private void markErrors(Header header, SdmxColumns columns) {
        catalogue.dataflows().stream()
                .flatMap(dataflow -> catalogue.sdmx(dataflow).stream())
                .forEach(mapping -> header.markNumbers(columns.standardError(mapping, catalogue.sdmxAttributes())));
    }

    /** A power of ten that is given for a series, group or file would have to be looked up for each of its figures. */
    private void requireOwnAttributes(SourceFile file, Row row, SdmxColumns columns) {
        if (Qualifiers.speaksForOthers(row, columns, catalogue.sdmxAttributes())) {
            throw new UncheckedIOException(new UnreadableFileException(
                    "%s, %s gives a power of ten for many figures at once; ask for SDMX-CSV with the attributes in each row"
                            .formatted(file.name(), row.where())));
        }
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
            String like = Likeness.nearest(id, catalogue.dataflows())
                    .map(known -> ", which has '%s'".formatted(known))
                    .orElse("");
            throw new UnreadableFileException(
                    "%s: dataflow %s is not in the catalogue%s; add it under 'sdmx:' (dataflow, source, economy_dimension, series) in a file and pass --catalogue"
                            .formatted(file.name(), SourceExcerpt.of(id), like));
        }
    }

    /** A file of 2.0 may hold several dataflows; of a hostile one, only those in the catalogue are remembered. */
    private @Nullable DataflowRows rows(
            String dataflow, SdmxColumns columns, Map<String, DataflowRows> known, int power) {
        DataflowRows before = known.get(dataflow);
        if (before != null) {
            return before;
        }
        Optional<DataflowRows> rows =
                catalogue.sdmx(dataflow).map(mapping -> new DataflowRows(columns, mapping, catalogue, power));
        rows.ifPresent(made -> known.put(dataflow, made));
        return rows.orElse(null);
    }

    private static String withoutVersion(String dataflow) {
        return VERSION.matcher(dataflow).replaceFirst("");
    }
}
