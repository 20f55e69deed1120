package org.tidemark.producers.load;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SkipReason;
import org.tidemark.release.Load;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/** Counts of one file and source while it is planned. */
final class Tally {
    /** The source of a file without any figure. */
    static final String NO_SOURCE = "NONE";

    /** More names than a record of the log can hold; who needs them asks the log of observations. */
    private static final int SERIES_MAX = 5_000;

    private final FileContent file;
    private final String source;
    private final SortedSet<SeriesId> series;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();
    private final SortedMap<String, Instant> coveredSince = new TreeMap<>();
    private long sent;
    private long leftOut;

    /**
     * Counts from zero.
     *
     * @param series those of the figures that do not state their dates themselves
     * @param withReading whether what was skipped and rejected while reading belongs here; it must be told once a file
     */
    Tally(FileContent file, String source, SortedSet<SeriesId> series, boolean withReading) {
        this.file = file;
        this.source = source;
        this.series = series;
        if (withReading) {
            file.skipped().forEach((reason, count) -> skipped.put(reason.name(), count));
            rejected.putAll(file.rejected());
        }
    }

    /** The file says something of an economy that became public then. */
    void covers(String economy, Instant published) {
        coveredSince.merge(economy, published, (a, b) -> a.isBefore(b) ? a : b);
    }

    void unchanged() {
        skipped.merge(SkipReason.UNCHANGED.name(), 1L, Long::sum);
    }

    void rejected(RejectReason reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    void leftOut() {
        leftOut++;
        skipped.merge(LoadReport.LEFT_OUT, 1L, Long::sum);
    }

    void sent() {
        sent++;
    }

    SortedSet<String> economies() {
        return new TreeSet<>(coveredSince.keySet());
    }

    /** Since when each economy is covered: from the date of the file on, or as its figures say where it has none. */
    SortedMap<String, Instant> coveredSince() {
        SortedMap<String, Instant> since = new TreeMap<>(coveredSince);
        Instant filed = file.filed();
        if (filed != null) {
            since.replaceAll((economy, published) -> filed);
        }
        return since;
    }

    long countLeftOut() {
        return leftOut;
    }

    Load load() {
        return new Load(
                source,
                file.hash(),
                file.name(),
                file.format(),
                file.filed(),
                false,
                sent,
                skipped,
                rejected,
                economies(),
                names(),
                file.filed() == null ? coveredSince : null);
    }

    private @Nullable SortedSet<String> names() {
        return series.size() > SERIES_MAX
                ? null
                : series.stream().map(SeriesName::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
