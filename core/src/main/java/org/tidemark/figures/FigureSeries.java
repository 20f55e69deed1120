package org.tidemark.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is believed of one series. Immutable; its hash is computed once, since many estimates rest on the same series. */
public final class FigureSeries {
    private final SeriesId id;
    private final List<Figure> figures;
    private final Instant knownAt;
    private @Nullable InputsHash hash;

    /**
     * A series as it is believed.
     *
     * @param figures by event time, then length; may be empty when all were withdrawn
     * @param knownAt latest publication instant of what is believed, withdrawals among them
     */
    public FigureSeries(SeriesId id, List<Figure> figures, Instant knownAt) {
        this.id = id;
        this.figures = List.copyOf(figures);
        this.knownAt = knownAt;
    }

    public SeriesId id() {
        return id;
    }

    /** By event time, then length. */
    public List<Figure> figures() {
        return figures;
    }

    /** Latest publication instant of what is believed, withdrawals among them. */
    public Instant knownAt() {
        return knownAt;
    }

    /** The figure of the latest period, if any. */
    public Optional<Figure> newest() {
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.get(figures.size() - 1));
    }

    /** The last figure whose event time is before that of a period, if any. */
    public Optional<Figure> before(Period period) {
        double time = period.midYear();
        int last = figures.size() - 1;
        while (last >= 0 && figures.get(last).period().midYear() >= time) {
            last--;
        }
        return last < 0 ? Optional.empty() : Optional.of(figures.get(last));
    }

    /** The hash after all figures of this series. */
    public InputsHash appendTo(InputsHash before) {
        InputsHash own = hash;
        if (own == null) {
            own = InputsHash.NONE.append(
                    id,
                    chain -> figures.forEach(
                            f -> chain.add(f.period(), f.value(), f.standardError() == null ? 0 : f.standardError())));
            hash = own;
        }
        return before.append(own);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FigureSeries that
                && id.equals(that.id)
                && figures.equals(that.figures)
                && knownAt.equals(that.knownAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, figures, knownAt);
    }

    @Override
    public String toString() {
        return "%s: %d figures, known at %s".formatted(id, figures.size(), knownAt);
    }
}
