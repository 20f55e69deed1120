package org.tidemark.producers.indeed;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.series.SeriesId;

/** The share of postings that mention AI, by country and day; one file per release, its date in its name. */
public final class AiPostings implements SourceFormat {
    private static final String COUNTRY = "jobcountry";
    private static final String SHARE = "AI_share_postings";
    private static final String[] COLUMNS = {SevenDays.COLUMN, COUNTRY, SHARE};
    /** A further column could split the rows of a country, so there may be none. */
    private static final DelimitedText TEXT = DelimitedText.CSV.withHeader(
            header -> header.hasAll(COLUMNS) && header.names().size() == COLUMNS.length);

    private static final String INDICATOR = "adoption.postings.ai_share";
    private static final String SOURCE = "INDEED_AI_POSTINGS";

    @Override
    public String name() {
        return "indeed-ai-postings";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), COLUMNS);
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        SevenDays days = SevenDays.of(file, TEXT);
        TEXT.read(file, sink, header -> {
            int date = header.require(SevenDays.COLUMN);
            int country = header.require(COUNTRY);
            PostingsCell share = new PostingsCell(SHARE, header.requireNumbers(SHARE), 0, 1, "percent");
            return row -> days.period(row, date, sink)
                    .ifPresent(period -> share.tell(
                            row,
                            period,
                            () -> new SeriesId(INDICATOR, row.text(country), SeriesId.TOTAL, SOURCE),
                            sink));
        });
    }
}
