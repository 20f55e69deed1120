package org.tidemark.awaited;

import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.ReleaseWorth;

/**
 * What a pooled projection awaits: a figure of its economy one year after the newest that the release leaves. No rule reads
 * projections, so that no alert hangs on it.
 *
 * @param release when, and of what
 * @param before that figure as it is projected without the release, in the unit of the estimate
 * @param after the same after each of the courses of the release
 */
public record AwaitedProjection(AwaitedRelease release, Banded before, List<Banded> after) implements Awaited {
    public AwaitedProjection {
        after = List.copyOf(after);
    }

    @Override
    public Prospect prospect(AlertOdds.Asked alerts) {
        return new Prospect(ReleaseWorth.of(before, after), List.of());
    }
}
