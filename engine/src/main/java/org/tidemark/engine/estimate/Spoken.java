package org.tidemark.engine.estimate;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.calendar.Rhythm;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;

/** When a source has spoken: as it said, and by what was counted from a usual lag. */
final class Spoken {
    private final SortedSet<Instant> said = new TreeSet<>();
    private final SortedSet<Instant> counted = new TreeSet<>();

    void add(Collection<Observation> vintages) {
        for (Observation vintage : vintages) {
            counted.add(vintage.published());
            if (vintage.basis() != PublishedBasis.LAG) {
                said.add(vintage.published());
            }
        }
    }

    /** What was said shows how often the source speaks; where too little was, how often figures fall due stands for it. */
    SortedSet<Instant> instants() {
        return said.size() < Rhythm.RELEASES_MIN ? counted : said;
    }
}
