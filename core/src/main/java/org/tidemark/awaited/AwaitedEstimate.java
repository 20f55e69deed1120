package org.tidemark.awaited;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.ReleaseWorth;

/**
 * What a composed estimate awaits.
 *
 * @param release when, and of what
 * @param now as it is told without the release
 * @param after as it is told after each of the courses of the release
 */
public record AwaitedEstimate(AwaitedRelease release, Estimate now, List<Estimate> after) implements Awaited {
    public AwaitedEstimate {
        after = List.copyOf(after);
    }

    @Override
    public Prospect prospect(AlertOdds.Asked alerts) {
        ReleaseWorth worth = ReleaseWorth.of(
                level(now), after.stream().map(AwaitedEstimate::level).toList());
        return new Prospect(worth, AlertOdds.of(alerts, after));
    }

    private static Banded level(Estimate estimate) {
        Optional<HorizonValue> level = estimate.levels().stream()
                .filter(l -> l.horizon() == Horizon.P0D)
                .findFirst();
        return Objects.requireNonNull(level.orElse(null), "only what has a level awaits anything")
                .band();
    }
}
