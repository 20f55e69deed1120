package org.tidemark.producers.load;

import java.util.Comparator;
import org.tidemark.series.BatchId;

/** A release in one economy: what is sent between two closings. Its order is that of history, first published first. */
public record Address(String economy, BatchId batch) implements Comparable<Address> {
    private static final Comparator<Address> ORDER = Comparator.comparing((Address a) -> a.batch.published())
            .thenComparing(Address::economy)
            .thenComparing(Address::batch);

    /** Whether both are of one economy and instant, and so one update of its estimates. */
    public boolean isOfTheInstantOf(Address other) {
        return economy.equals(other.economy) && batch.published().equals(other.batch.published());
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }
}
