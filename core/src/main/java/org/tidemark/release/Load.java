package org.tidemark.release;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.validate.RejectReason;

/**
 * What was made of one file for one source. Read = sent + skipped + rejected.
 *
 * @param source stable id of the publisher
 * @param load hash of the file's content, hexadecimal
 * @param file name of the file
 * @param format which format read it
 * @param filed date of the file; null when nothing tells
 * @param closed false while the figures are being sent
 * @param sent figures sent
 * @param skipped cells without a figure, by reason
 * @param rejected what made no sense, by reason
 * @param economies covered by it
 * @param series {@code indicator|economy|sector} of the figures whose dates the file does not state; null when they are
 *     too many to be noted, or an older program noted the load
 * @param coveredSince since when an undated file covers each of its economies; null when the file is dated, for then its
 *     date counts, or an older program noted the load
 */
public record Load(
        String source,
        String load,
        String file,
        String format,
        @Nullable Instant filed,
        boolean closed,
        long sent,
        SortedMap<String, Long> skipped,
        SortedMap<RejectReason, Long> rejected,
        SortedSet<String> economies,
        @Nullable SortedSet<String> series,
        @Nullable SortedMap<String, Instant> coveredSince) {
    public Load {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        economies = Collections.unmodifiableSortedSet(new TreeSet<>(economies));
        series = series == null ? null : Collections.unmodifiableSortedSet(new TreeSet<>(series));
        coveredSince = coveredSince == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(coveredSince));
        if (coveredSince != null && !coveredSince.keySet().equals(economies)) {
            throw new IllegalArgumentException("load %s of %s: since when it covers is told of %s, but it covers %s"
                    .formatted(load, file, coveredSince.keySet(), economies));
        }
        if (sent < 0) {
            throw new IllegalArgumentException("load %s of %s: sent %d; a count".formatted(load, file, sent));
        }
        // Counted once here so that no load exists whose figures do not add up.
        long unused = read(sent, skipped, rejected);
    }

    /** A load of which it is not known what series it held, nor since when it covers its economies. */
    public Load(
            String source,
            String load,
            String file,
            String format,
            @Nullable Instant filed,
            boolean closed,
            long sent,
            SortedMap<String, Long> skipped,
            SortedMap<RejectReason, Long> rejected,
            SortedSet<String> economies) {
        this(source, load, file, format, filed, closed, sent, skipped, rejected, economies, null, null);
    }

    /** The same, once all of it has been sent. */
    public Load close() {
        return new Load(
                source, load, file, format, filed, true, sent, skipped, rejected, economies, series, coveredSince);
    }

    public long read() {
        return read(sent, skipped, rejected);
    }

    private static long read(long sent, SortedMap<String, Long> skipped, SortedMap<RejectReason, Long> rejected) {
        return Counts.sum(Counts.sum(sent, skipped), rejected);
    }
}
