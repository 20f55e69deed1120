package org.tidemark.producers.sdmx;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.text.DelimitedText;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.publication.WrittenDate;
import org.tidemark.validate.RejectReason;

/**
 * The date that a download says of itself in each of its rows: Eurostat's LAST UPDATE, {@code 11/12/25 11:00:00}, eleven
 * o'clock in Brussels; or when it was prepared or extracted. Of several the latest: only then was all of it there.
 *
 * <p>An exact instant and not the end of its day, where there is a time: two updates of one day stay two releases.
 *
 * @param latest the latest date that can be read; null when there is none
 * @param trouble what cannot be read, and what counts instead; null when there is nothing like that
 */
record LastUpdate(@Nullable Instant latest, @Nullable String trouble) {
    private static final ZoneId PUBLISHERS_TIME = ZoneId.of("Europe/Brussels");

    /** By how near they are to the publication: a file is updated, prepared from that, and extracted later still. */
    private static final Map<String, Integer> COLUMNS = Map.ofEntries(
            Map.entry("LAST UPDATE", 0),
            Map.entry("LAST UPDATED", 0),
            Map.entry("LASTUPDATE", 0),
            Map.entry("UPDATED", 0),
            Map.entry("UPDATE DATE", 0),
            Map.entry("PUBLISHED", 0),
            Map.entry("RELEASE DATE", 0),
            Map.entry("PREPARED", 1),
            Map.entry("EXTRACTED", 2),
            Map.entry("EXTRACTION DATE", 2),
            Map.entry("EXTRACTION TIME", 2));

    private static final LastUpdate NONE = new LastUpdate(null, null);

    /** What the rows of a file say. */
    static LastUpdate of(DelimitedText text, SourceFile file) throws IOException {
        Optional<Header> header = text.header(file);
        int column = header.isEmpty() ? Header.ABSENT : column(header.get());
        if (column == Header.ABSENT) {
            return NONE;
        }
        Scan scan = new Scan(header.orElseThrow().names().get(column), column);
        text.read(file, Untold.SINK, anyHeader -> scan::row);
        return new LastUpdate(scan.latest, scan.trouble);
    }

    private static int column(Header header) {
        int best = Header.ABSENT;
        int bestOrder = Integer.MAX_VALUE;
        for (int i = 0; i < header.names().size(); i++) {
            int order = COLUMNS.getOrDefault(plain(header.names().get(i)), Integer.MAX_VALUE);
            if (order < bestOrder) {
                best = i;
                bestOrder = order;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return SdmxColumns.code(name).toUpperCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Instant> read(String text) {
        return WrittenDate.read(text, PUBLISHERS_TIME);
    }

    /** The rows of a publisher's file say the same; of the first that cannot be read it is told. */
    private static final class Scan {
        private final String name;
        private final int column;
        private String before = "";
        private @Nullable Instant latest;
        private @Nullable String trouble;

        Scan(String name, int column) {
            this.name = name;
            this.column = column;
        }

        void row(Row row) {
            String text = row.text(column);
            if (text.isEmpty() || text.equals(before)) {
                return;
            }
            before = text;
            Optional<Instant> read = read(text);
            if (read.isPresent()) {
                latest = latest == null || latest.isBefore(read.get()) ? read.get() : latest;
            } else if (trouble == null) {
                trouble =
                        "%s: %s %s is no date that can be read, so it dates nothing; write it as 2025-12-11, 2025-12-11T11:00:00Z or 11/12/2025, the day first"
                                .formatted(row.where(), name, SourceExcerpt.of(text));
            }
        }
    }

    /** For a look at one column only: {@link SdmxCsv#read} tells the rest. */
    private enum Untold implements FigureSink {
        SINK;

        @Override
        public void figure(StatedFigure figure) {
            // Nothing is told.
        }

        @Override
        public void skipped(SkipReason reason) {
            // Nothing is told.
        }

        @Override
        public void rejected(RejectReason reason, String where, String detail, byte[] original) {
            // Nothing is told.
        }
    }
}
