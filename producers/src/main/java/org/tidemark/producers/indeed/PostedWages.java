package org.tidemark.producers.indeed;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The growth of wages in postings against the same month of the year before, by country or by sector and month. */
public final class PostedWages implements SourceFormat {
    private static final String COUNTRY = "jobcountry";
    private static final String SECTOR = "sector";
    private static final String GROWTH = "posted_wage_growth_yoy";
    private static final String MEAN_OF_THREE = "posted_wage_growth_yoy_3moavg";
    private static final String[] OF_EVERY_FILE = {COUNTRY, MonthName.COLUMN, GROWTH, MEAN_OF_THREE};
    private static final Set<String> COLUMNS =
            Set.of(COUNTRY, "country", MonthName.COLUMN, "n_obs", GROWTH, MEAN_OF_THREE, SECTOR);
    /** A further column could split the rows of a country, so there may be none. */
    private static final DelimitedText TEXT =
            DelimitedText.CSV.withHeader(header -> header.hasAll(OF_EVERY_FILE) && header.hasNoneBut(COLUMNS));

    private static final String INDICATOR = "labour.wages.posted_growth";
    private static final String SOURCE = "INDEED_WAGES";
    /** Of six members of the euro area, so none of the aggregates that others publish for. */
    private static final Set<String> OWN_AGGREGATES = Set.of("EA");

    private final Catalogue catalogue;

    /**
     * Reads with a catalogue.
     *
     * @param catalogue which aggregates figures may be about
     */
    public PostedWages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "indeed-wages";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), OF_EVERY_FILE);
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        TEXT.read(file, sink, header -> {
            Table table = Table.of(header);
            return row -> tell(row, table, sink);
        });
    }

    private void tell(Row row, Table table, FigureSink sink) {
        Optional<Period> month = MonthName.period(row, table.month(), sink);
        if (month.isPresent()) {
            if (isCovered(row.text(table.country()))) {
                table.growth().tell(row, month.get(), () -> table.series(row), sink);
            } else {
                sink.skipped(SkipReason.NOT_COVERED);
            }
        }
        // The mean of three months follows from the months.
        sink.skipped(SkipReason.NOT_COVERED);
    }

    private boolean isCovered(String economy) {
        return !OWN_AGGREGATES.contains(economy) || catalogue.aggregates().containsKey(economy);
    }

    /**
     * Where the columns stand.
     *
     * @param sector name of the kind of work, or {@link Header#ABSENT} in the file of whole countries
     */
    private record Table(int country, int month, int sector, PostingsCell growth) {
        static Table of(Header header) throws UnreadableFileException {
            return new Table(
                    header.require(COUNTRY),
                    header.require(MonthName.COLUMN),
                    header.find(SECTOR),
                    new PostingsCell(GROWTH, header.requireNumbers(GROWTH), 0, 100, "percent"));
        }

        SeriesId series(Row row) {
            String kind = sector == Header.ABSENT ? SeriesId.TOTAL : "INDEED:" + PostingsLayout.slug(row.text(sector));
            return new SeriesId(INDICATOR, row.text(country), kind, SOURCE);
        }
    }
}
