package org.tidemark.producers.load;

import java.util.Comparator;
import org.tidemark.series.BatchId;

/** A release in one economy: what is sent between two closings. Its order is that of history, first published first. */
public record BatchKey(String economy, BatchId batch) implements Comparable<BatchKey> {
    private static final Comparator<BatchKey> ORDER = Comparator.comparing((BatchKey a) -> a.batch.published())
            .thenComparing(BatchKey::economy)
            .thenComparing(BatchKey::batch);

    /** Whether both are of one economy and instant, and so one update of its estimates. */
    public boolean isOfTheInstantOf(BatchKey other) {
        return economy.equals(other.economy) && batch.published().equals(other.batch.published());
    }

    @Override
    public int compareTo(BatchKey other) {
        return ORDER.compare(this, other);
    }
}
