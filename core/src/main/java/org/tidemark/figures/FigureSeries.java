package org.tidemark.figures;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.InputsHash;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * What is believed of one series. Immutable; its hash is computed once, since many estimates rest on the same series, and one
 * that came of another is hashed from where the two begin to differ.
 */
public final class FigureSeries {
    /** The hash is kept after each so many figures. */
    private static final int BETWEEN_MARKS = 64;

    private final SeriesId id;
    private final GrowingList<Figure> figures;
    private final Instant knownAt;
    /** The hashes after each 64 figures that are known of the one that it came of. */
    private final GrowingList<InputsHash> known;

    private @Nullable Hashed hashed;

    /**
     * The hash of all figures.
     *
     * @param marks the hashes after each 64
     */
    private record Hashed(GrowingList<InputsHash> marks, InputsHash whole) {}

    /**
     * A series as it is believed.
     *
     * @param figures by event time, then length; may be empty when all were withdrawn
     * @param knownAt latest publication instant of what is believed, withdrawals among them
     */
    public FigureSeries(SeriesId id, List<Figure> figures, Instant knownAt) {
        this(id, GrowingList.copyOf(figures), knownAt, GrowingList.empty());
    }

    private FigureSeries(SeriesId id, GrowingList<Figure> figures, Instant knownAt, GrowingList<InputsHash> known) {
        this.id = id;
        this.figures = figures;
        this.knownAt = knownAt;
        this.known = known;
    }

    /** The same series with other figures, in the same order. */
    public FigureSeries changed(List<Figure> now, Instant knownAt) {
        GrowingList<Figure> after = GrowingList.copyOf(now);
        GrowingList<InputsHash> marks = hashed == null ? known : hashed.marks();
        int same = Math.min(marks.size(), figures.alike(after) / BETWEEN_MARKS);
        return new FigureSeries(id, after, knownAt, marks.first(same));
    }

    public SeriesId id() {
        return id;
    }

    /** By event time, then length. */
    public GrowingList<Figure> figures() {
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
        Hashed own = hashed;
        if (own == null) {
            own = hashed();
            hashed = own;
        }
        return before.append(own.whole());
    }

    private Hashed hashed() {
        GrowingList<InputsHash> marks = known;
        InputsHash whole = marks.isEmpty() ? InputsHash.NONE : marks.get(marks.size() - 1);
        for (int i = marks.size() * BETWEEN_MARKS; i < figures.size(); i += BETWEEN_MARKS) {
            List<Figure> next = figures.subList(i, Math.min(i + BETWEEN_MARKS, figures.size()));
            whole = whole.append(
                    id,
                    chain -> next.forEach(
                            f -> chain.add(f.period(), f.value(), f.standardError() == null ? 0 : f.standardError())));
            if (next.size() == BETWEEN_MARKS) {
                marks = marks.with(whole);
            }
        }
        return new Hashed(marks, whole);
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
