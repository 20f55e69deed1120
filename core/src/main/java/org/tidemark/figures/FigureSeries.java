package org.tidemark.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** What is believed of one series. Immutable; its hash is computed once, since many estimates rest on the same series. */
public final class FigureSeries {
    private final SeriesId id;
    private final List<Figure> figures;
    private final Instant knownAt;
    private final boolean hashed;
    private @Nullable InputsHash hash;

    /**
     * A series as it is believed.
     *
     * @param figures by event time, then length; may be empty when all were withdrawn
     * @param knownAt latest publication instant of what is believed, withdrawals among them
     */
    public FigureSeries(SeriesId id, List<Figure> figures, Instant knownAt) {
        this(id, List.copyOf(figures), knownAt, true);
    }

    private FigureSeries(SeriesId id, List<Figure> figures, Instant knownAt, boolean hashed) {
        this.id = id;
        this.figures = figures;
        this.knownAt = knownAt;
        this.hashed = hashed;
    }

    /** The same series with some of its figures. */
    public FigureSeries with(List<Figure> some) {
        return new FigureSeries(id, List.copyOf(some), knownAt, hashed);
    }

    /**
     * The same for an estimate that nobody keeps, such as a trial: it leaves no trace in the hash of what is used, which
     * costs more than most estimates do.
     */
    public FigureSeries unhashed() {
        return new FigureSeries(id, figures, knownAt, false);
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

    /** The hash after all figures of this series. */
    public InputsHash appendTo(InputsHash before) {
        if (!hashed) {
            return before;
        }
        InputsHash own = hash;
        if (own == null) {
            own = InputsHash.NONE;
            for (Figure f : figures) {
                own = appendTo(own, f);
            }
            hash = own;
        }
        return before.append(own);
    }

    /** The hash after one of its figures. */
    InputsHash appendTo(InputsHash before, Figure figure) {
        double standardError = figure.standardError() == null ? 0 : figure.standardError();
        return hashed ? before.append(new FigureId(id, figure.period()), figure.value(), standardError) : before;
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
