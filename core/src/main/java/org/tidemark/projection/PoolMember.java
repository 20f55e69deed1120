package org.tidemark.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.estimate.SpeedSums;
import org.tidemark.estimate.YearlyChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** The figures of one economy in a pool, and the yearly changes that they make. */
final class PoolMember {
    /** Two figures nearer than this in time tell more of noise than of speed, years. */
    private static final double APART_MIN = 0.75;

    private final NavigableMap<FigureId, PoolFigure> figures = new TreeMap<>(PoolFigure.FOLDING);
    private List<YearlyChange> rows = List.of();
    private SpeedSums sums = new SpeedSums();
    private final Hindcast hindcast = new Hindcast();
    private PastProjectionSums pastSums = new PastProjectionSums();
    private NavigableMap<Integer, Instant> known = new TreeMap<>();
    private final MemberFolds folds;

    PoolMember() {
        folds = new MemberFolds();
    }

    private PoolMember(PoolMember other) {
        figures.putAll(other.figures);
        folds = other.folds;
    }

    /** The same figures, apart from these. What was folded is known to both. */
    PoolMember copy() {
        return new PoolMember(this);
    }

    MemberFolds folds() {
        return folds;
    }

    void put(PoolFigure figure) {
        figures.put(figure.figure(), figure);
    }

    void remove(FigureId figure) {
        figures.remove(figure);
    }

    Collection<PoolFigure> figures() {
        return figures.values();
    }

    /** What can be read, in the order of folding. */
    List<PoolFigure> read() {
        return figures.values().stream().filter(f -> f.reading() != null).toList();
    }

    /** The changes from each year's first figure of a series to the next year's that is held. */
    List<YearlyChange> rows() {
        return rows;
    }

    SpeedSums sums() {
        return sums;
    }

    /** What the filters projected from each year's figure on, where the figure has come. */
    List<PastProjection> past() {
        return hindcast.past();
    }

    PastProjectionSums pastSums() {
        return pastSums;
    }

    /** When the last of its yearly figures up to a year was published; the epoch where there is none. */
    Instant knownAt(int year) {
        Map.Entry<Integer, Instant> last = known.floorEntry(year);
        return last == null ? Instant.EPOCH : last.getValue();
    }

    /** Works the changes out of the figures. */
    void settle() {
        List<YearlyChange> now = new ArrayList<>();
        NavigableMap<Integer, Instant> since = new TreeMap<>();
        Map<SeriesId, Measurement> last = new HashMap<>();
        for (PoolFigure figure : read()) {
            Measurement reading = Objects.requireNonNull(figure.reading());
            Measurement before = last.get(figure.figure().series());
            if (before != null && year(before) == year(reading)) {
                continue;
            }
            last.put(figure.figure().series(), reading);
            since.merge(year(reading), figure.since(), PoolMember::later);
            if (before != null && reading.time() - before.time() >= APART_MIN) {
                YearlyChange.of(before, reading).ifPresent(now::add);
            }
        }
        rows = List.copyOf(now);
        sums = new SpeedSums();
        rows.forEach(sums::add);
        hindcast.over(read());
        known = cumulative(since);
    }

    /**
     * Works out what the filters projected of it, and what others would have added.
     *
     * @param others as known in each year
     */
    void settlePast(IntFunction<PooledSpeeds> others) {
        hindcast.settle(others);
        pastSums = new PastProjectionSums();
        past().forEach(pastSums::add);
    }

    private static NavigableMap<Integer, Instant> cumulative(NavigableMap<Integer, Instant> since) {
        Instant latest = Instant.EPOCH;
        for (Map.Entry<Integer, Instant> year : since.entrySet()) {
            latest = later(latest, year.getValue());
            year.setValue(latest);
        }
        return since;
    }

    static int year(Measurement reading) {
        return (int) Math.floor(reading.time());
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
