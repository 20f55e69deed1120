package org.tidemark.projection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.InputsHash;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.estimate.StartSpeed;

/**
 * What was worked out of the figures of one economy. Filters and hash go on from where they were while figures are added, and
 * a projection that is asked for again is not made again.
 */
final class MemberFolds {
    /** Its own start and that by others, before and after those have changed. */
    private static final int STARTS_MAX = 4;

    /** As it was and as it is, of the figures before an update and after it. */
    private static final int PROJECTIONS_MAX = 3;

    private final Map<StartSpeed, PrefixFold<BankState>> states = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StartSpeed, PrefixFold<BankState>> eldest) {
            return size() > STARTS_MAX;
        }
    };
    private final Deque<Projection> projections = new ArrayDeque<>(PROJECTIONS_MAX);
    private final PrefixFold<InputsHash> hashes = new PrefixFold<>(
            figure -> InputsHash.NONE.append(figure.figure(), reading(figure)),
            (hash, figure) -> hash.append(figure.figure(), reading(figure)));

    /** The belief after figures in the order of folding, all of them read. */
    BankState state(StartSpeed start, List<PoolFigure> figures) {
        return states.computeIfAbsent(
                        start,
                        speed -> new PrefixFold<>(
                                figure -> FilterBank.begin(reading(figure), speed),
                                (state, figure) -> FilterBank.update(state, reading(figure))))
                .over(figures);
    }

    /** What rests on figures in the order of folding, at least one and all of them read, and on others as they are known. */
    Projection projection(List<PoolFigure> figures, PooledSpeeds others, TrackRecord record) {
        for (Projection made : projections) {
            if (made.isOf(figures, others, record)) {
                return made;
            }
        }
        if (projections.size() == PROJECTIONS_MAX) {
            projections.removeLast();
        }
        Projection made = new Projection(figures, this, others, record);
        projections.addFirst(made);
        return made;
    }

    InputsHash hash(List<PoolFigure> figures) {
        return hashes.over(figures);
    }

    private static Measurement reading(PoolFigure figure) {
        return Objects.requireNonNull(figure.reading());
    }
}
