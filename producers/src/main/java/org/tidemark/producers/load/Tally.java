package org.tidemark.producers.load;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.producers.SkipReason;
import org.tidemark.release.Load;
import org.tidemark.validate.RejectReason;

/** Counts of one file and source while it is planned. */
final class Tally {
    /** The source of a file without any figure. */
    static final String NO_SOURCE = "NONE";

    private final FileContent file;
    private final String source;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final SortedMap<RejectReason, Long> rejected = new TreeMap<>();
    private final SortedSet<String> economies = new TreeSet<>();
    private long sent;
    private long leftOut;

    /**
     * Counts from zero.
     *
     * @param withReading whether what was skipped and rejected while reading belongs here; it must be told once a file
     */
    Tally(FileContent file, String source, boolean withReading) {
        this.file = file;
        this.source = source;
        if (withReading) {
            file.skipped().forEach((reason, count) -> skipped.put(reason.name(), count));
            rejected.putAll(file.rejected());
        }
    }

    void covers(String economy) {
        economies.add(economy);
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
        return economies;
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
                economies);
    }
}
