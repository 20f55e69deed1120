package org.tidemark.estimate;

import java.util.Comparator;

/**
 * What is estimated, and of whom.
 *
 * @param measure {@code penetration}, {@code displacement.net}, {@code demand_gap}, ...
 * @param concept what the measure is about: {@code firms.any_use}
 */
public record EstimateKey(String economy, String sector, String measure, String concept)
        implements Comparable<EstimateKey> {
    private static final Comparator<EstimateKey> ORDER = Comparator.comparing(EstimateKey::economy)
            .thenComparing(EstimateKey::sector)
            .thenComparing(EstimateKey::measure)
            .thenComparing(EstimateKey::concept);

    @Override
    public int compareTo(EstimateKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return economy + "|" + sector + "|" + measure + "|" + concept;
    }
}
