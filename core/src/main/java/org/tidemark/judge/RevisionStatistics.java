package org.tidemark.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one release says of one indicator of one economy, as far as it can be judged.
 *
 * @param stated figures with a value
 * @param restated those of them that were believed before, with both values
 * @param changed how many of the restated differ by more than rounding
 * @param refused figures that validation refused
 * @param outOfOrder figures whose period comes before that of the figure in front of them, in their series; of the two
 *     directions the rarer
 * @param standing figures that stood before, where the release claims to hold all that stands; else 0
 * @param lost how many of those it leaves out
 * @param innovation the new figure that is farthest beyond its bound; null where none is beyond
 * @param answers instants of held parts of which it states figures anew
 */
public record RevisionStatistics(
        int stated,
        List<RevisionPair> restated,
        int changed,
        int refused,
        int outOfOrder,
        int standing,
        int lost,
        @Nullable Innovation innovation,
        List<Instant> answers) {
    /** Of a part whose new figures are as expected. */
    public RevisionStatistics(
            int stated, List<RevisionPair> restated, int changed, int refused, int outOfOrder, int standing, int lost) {
        this(stated, restated, changed, refused, outOfOrder, standing, lost, null, List.of());
    }

    public RevisionStatistics {
        restated = List.copyOf(restated);
        answers = List.copyOf(answers);
        if (changed > restated.size() || lost > standing || restated.size() > stated) {
            throw new IllegalArgumentException(
                    "stated %d, restated %d, changed %d, standing %d, lost %d: a part is more than its whole"
                            .formatted(stated, restated.size(), changed, standing, lost));
        }
    }

    /** Whether there is anything to hold against the past. */
    public boolean sayNothing() {
        return restated.isEmpty()
                && refused == 0
                && lost == 0
                && outOfOrder == 0
                && innovation == null
                && answers.isEmpty();
    }
}
