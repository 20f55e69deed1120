package org.tidemark.judge;

import java.util.Comparator;
import org.tidemark.series.BatchId;

/**
 * What is judged, held and decided as a whole: what one release says of one indicator of one economy.
 *
 * @param batch the release within its load
 */
public record PartId(String economy, String indicator, BatchId batch) implements Comparable<PartId> {
    private static final Comparator<PartId> ORDER =
            Comparator.comparing(PartId::batch).thenComparing(PartId::economy).thenComparing(PartId::indicator);

    @Override
    public int compareTo(PartId other) {
        return ORDER.compare(this, other);
    }
}
