package org.tidemark.producers.fredmd;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * One vintage of the panel: a row per month since 1959, a column per series, below the names a row that says how the
 * publisher transforms each. Only the columns that the catalogue names are read; one that a vintage does not have is
 * absent, for the panel's members change.
 */
public final class FredMd implements SourceFormat {
    private static final String SOURCE = "FRED_MD";
    private static final String ECONOMY = "US";
    private static final int COLUMNS_OF_A_PANEL = 5;
    private static final String DATE = "sasdate";
    /** The quarterly panel looks the same but for this row, and a month would be the wrong period for it. */
    private static final String QUARTERLY = "factors";

    private static final DelimitedText TEXT =
            DelimitedText.CSV.withHeader(header -> header.names().get(0).equalsIgnoreCase(DATE));

    private final Catalogue catalogue;

    public FredMd(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "fred-md";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        if (TEXT.header(file).isEmpty()) {
            return false;
        }
        return TEXT.firstRow(file)
                .filter(row -> !row.text(0).toLowerCase(Locale.ROOT).startsWith(QUARTERLY))
                .isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        for (Header header : TEXT.possibleHeaders(file)) {
            long there = catalogue.columns(SOURCE).keySet().stream()
                    .filter(column -> header.hasAll(column))
                    .count();
            if (there >= COLUMNS_OF_A_PANEL) {
                boolean quarterly = header.names().get(0).equalsIgnoreCase(DATE);
                return Optional.of(new NearMiss(
                        0.9,
                        quarterly
                                ? "is the quarterly panel; give the monthly one, fred-md"
                                : "has %d columns of fred-md, but its first is %s; call that '%s'"
                                        .formatted(
                                                there,
                                                SourceExcerpt.of(header.names().get(0)),
                                                DATE)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        TEXT.read(file, sink, header -> {
            List<PanelRow.Column> columns = columns(header);
            PanelRow panel =
                    new PanelRow(header.require(DATE), columns, header.names().size());
            new MissingColumns(catalogue.columns(SOURCE), header)
                    .complaints()
                    .forEach(detail -> sink.rejected(RejectReason.UNKNOWN_INDICATOR, "line 1", detail, new byte[0]));
            return row -> {
                if (!isTransform(row, panel.date())) {
                    panel.tell(row, sink);
                }
            };
        });
    }

    private static boolean isTransform(Row row, int date) {
        return row.text(date).toLowerCase(Locale.ROOT).startsWith("transform");
    }

    private List<PanelRow.Column> columns(Header header) throws UnreadableFileException {
        List<PanelRow.Column> columns = new ArrayList<>();
        for (var named : catalogue.columns(SOURCE).entrySet()) {
            int position = header.findNumbers(named.getKey());
            if (position != Header.ABSENT) {
                String id = named.getValue();
                // Of one that is in no family validation says how to declare it; its unit does not matter then.
                String unit = catalogue.indicator(id).map(Indicator::unit).orElse("unknown");
                SeriesId series = new SeriesId(id, ECONOMY, SeriesId.TOTAL, SOURCE);
                columns.add(new PanelRow.Column(named.getKey(), position, series, unit));
            }
        }
        // In the order of the file, whatever the order of the catalogue.
        columns.sort(Comparator.comparingInt(PanelRow.Column::position));
        return columns;
    }
}
