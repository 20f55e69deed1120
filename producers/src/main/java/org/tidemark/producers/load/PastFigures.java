package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;

/**
 * What has been sent before of sources that send only changes. A load compares itself with what others said before its
 * date and never with itself, so that sending it again sends the same.
 */
public final class PastFigures {
    private final Map<FigureId, TreeMap<Said, @Nullable Double>> figures = new HashMap<>();

    private record Said(Instant published, String load) {
        static final Comparator<Said> ORDER =
                Comparator.comparing(Said::published).thenComparing(Said::load);
    }

    public void remember(Observation o) {
        remember(o.figure(), o.published(), o.batch().load(), o.value());
    }

    void remember(FigureId figure, Instant published, String load, @Nullable Double value) {
        figures.computeIfAbsent(figure, f -> new TreeMap<>(Said.ORDER)).put(new Said(published, load), value);
    }

    /** Whether another load said the same value last, before an instant. */
    boolean alreadySaid(FigureId figure, @Nullable Double value, Instant before, String load) {
        TreeMap<Said, @Nullable Double> said = figures.get(figure);
        if (said == null) {
            return false;
        }
        for (Map.Entry<Said, @Nullable Double> entry : said.descendingMap().entrySet()) {
            if (entry.getKey().published().isBefore(before)
                    && !entry.getKey().load().equals(load)) {
                return Objects.equals(entry.getValue(), value);
            }
        }
        return false;
    }
}
