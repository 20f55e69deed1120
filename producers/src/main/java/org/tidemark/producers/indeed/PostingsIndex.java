package org.tidemark.producers.indeed;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.text.Codes;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Row;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;

/** The number of postings, 1 February 2020 = 100, by country or by sector and day, in every layout since 2021. */
public final class PostingsIndex implements SourceFormat {
    private static final Map<String, String> COUNTED = Map.of("total postings", "total", "new postings", "new");

    private static final DelimitedText TEXT = DelimitedText.CSV.withHeader(PostingsLayout::fits);

    @Override
    public String name() {
        return "indeed-postings-index";
    }

    @Override
    public boolean recognises(SourceFile file) throws IOException {
        return TEXT.header(file).isPresent();
    }

    @Override
    public Optional<NearMiss> nearly(SourceFile file) throws IOException {
        return TEXT.nearly(file, name(), PostingsLayout.needed());
    }

    @Override
    public Optional<Instant> filed(SourceFile file) {
        return FileDates.of(file);
    }

    @Override
    public void read(SourceFile file, FigureSink sink) throws IOException {
        SevenDays days = SevenDays.of(file, TEXT);
        Codes counted = new Codes(PostingsLayout.VARIABLE, COUNTED.keySet());
        TEXT.read(file, sink, header -> {
            PostingsLayout layout = PostingsLayout.of(header);
            return row ->
                    days.period(row, layout.date(), sink).ifPresent(period -> tell(row, period, layout, counted, sink));
        });
        counted.complaint()
                .ifPresent(detail -> sink.rejected(RejectReason.UNKNOWN_INDICATOR, "all lines", detail, new byte[0]));
    }

    private static void tell(Row row, Period period, PostingsLayout layout, Codes seen, FigureSink sink) {
        seen.see(row.text(layout.variable()));
        String counted = COUNTED.get(row.text(layout.variable()));
        for (PostingsLayout.ValueCell value : layout.values()) {
            if (counted == null) {
                sink.skipped(SkipReason.NOT_COVERED);
            } else {
                value.cell().tell(row, period, () -> layout.series(row, counted, value), sink);
            }
        }
    }
}
