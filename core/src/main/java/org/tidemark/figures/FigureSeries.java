package org.tidemark.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * What is believed of one series.
 *
 * @param figures by event time, then length; may be empty when all were withdrawn
 * @param knownAt latest publication instant of what is believed, withdrawals among them
 */
public record FigureSeries(SeriesId id, List<Figure> figures, Instant knownAt) {
    public FigureSeries {
        figures = List.copyOf(figures);
    }

    /** The figure of the latest period, if any. */
    public Optional<Figure> newest() {
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
    }

    /** The hash after all figures of this series. */
    public InputsHash appendTo(InputsHash hash) {
        InputsHash after = hash;
        for (Figure f : figures) {
            double se = f.standardError() == null ? 0 : f.standardError();
            after = after.append(new FigureId(id, f.period()), f.value(), se);
        }
        return after;
    }
}
