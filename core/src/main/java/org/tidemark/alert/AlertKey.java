package org.tidemark.alert;

import java.util.Comparator;

/**
 * One alert: a rule in one cell that it watches.
 *
 * @param rule id
 * @param concept of the estimate; empty where the rule reads none
 * @param subject the source that drifts, or what is held as {@code SOURCE/indicator}; empty where the cell is all
 */
public record AlertKey(String rule, String economy, String sector, String concept, String subject)
        implements Comparable<AlertKey> {
    private static final Comparator<AlertKey> ORDER = Comparator.comparing(AlertKey::rule)
            .thenComparing(AlertKey::economy)
            .thenComparing(AlertKey::sector)
            .thenComparing(AlertKey::concept)
            .thenComparing(AlertKey::subject);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.join("|", rule, economy, sector, concept, subject);
    }
}
