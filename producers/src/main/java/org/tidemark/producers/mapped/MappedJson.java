package org.tidemark.producers.mapped;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CsvMapping;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.JsonTable;

/** A JSON document that the catalogue describes: where its rows are, and what stands where in each of them. */
final class MappedJson implements SourceFormat {
    private final Catalogue catalogue;
    private final CsvMapping mapping;
    private final JsonTable table;

    MappedJson(Catalogue catalogue, CsvMapping mapping) {
        this.catalogue = catalogue;
        this.mapping = mapping;
        this.table = new JsonTable(Objects.requireNonNull(mapping.rows(), "of a JSON document"), mapping.columns());
    }

    @Override
    public String name() {
        return mapping.name();
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return table.fits(file, mapping.header());
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        MappedRows[] rows = new MappedRows[1];
        table.read(file, sink, header -> {
            rows[0] = new MappedRows(mapping, catalogue, header, filed(file), sink);
            return rows[0]::tell;
        });
        if (rows[0] != null) {
            rows[0].tellCounts();
        }
    }
}
