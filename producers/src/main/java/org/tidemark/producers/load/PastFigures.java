package org.tidemark.producers.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;

/**
 * What has been said of the figures of sources that send only changes, in this run and before it. Whether something is
 * news depends on what was said before its instant and not on the order of the files.
 */
public final class PastFigures {
    private final Map<FigureId, List<Said>> figures = new HashMap<>();

    private record Said(Instant published, String load, @Nullable Double value, boolean sent) {
        boolean isSentBy(Said other) {
            return sent
                    && load.equals(other.load)
                    && published.equals(other.published)
                    && Objects.equals(value, other.value);
        }
    }

    /** What an earlier run has sent. */
    public void remember(Observation o) {
        add(o.figure(), new Said(o.published(), o.batch().load(), o.value(), true));
    }

    /** What a file of this run states, whether it will be sent or not. */
    void state(FigureId figure, Instant published, String load, @Nullable Double value) {
        add(figure, new Said(published, load, value, false));
    }

    private void add(FigureId figure, Said said) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>(1)).add(said);
    }

    /**
     * Whether a load need not say this, since it is what was said last before that instant. What contradicts itself is
     * believed by nobody, so that anything after it is news; and what a load once said it says again, even if an older
     * file that came after it has made it no news.
     */
    boolean isUnchanged(FigureId figure, @Nullable Double value, Instant published, String load) {
        Said asked = new Said(published, load, value, false);
        Instant last = Instant.MIN;
        boolean same = false;
        for (Said said : figures.getOrDefault(figure, List.of())) {
            if (said.isSentBy(asked)) {
                return false;
            }
            int order = said.published().compareTo(last);
            if (order >= 0 && said.published().isBefore(published)) {
                same = Objects.equals(said.value(), value) && (order > 0 || same);
                last = said.published();
            }
        }
        return same;
    }
}
