package org.tidemark.awaited;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.projection.EconomyProjection;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/** What the pooled projections of one concept await of each source: its release moves those of every economy of the pool. */
public final class AwaitedPool {
    private final Catalogue catalogue;
    private final ProjectionPool pool;
    private final String unit;
    private final SortedMap<String, SortedMap<SeriesId, NavigableMap<FigureId, Measurement>>> bySource =
            new TreeMap<>();

    /**
     * Takes what is held.
     *
     * @param pool that has taken in the figures; it is changed while courses are gone through, and then as it was
     * @param figures of the pool
     */
    public AwaitedPool(Catalogue catalogue, ProjectionPool pool, Collection<PoolFigure> figures) {
        this.catalogue = catalogue;
        this.pool = pool;
        this.unit = pool.unit();
        for (PoolFigure figure : figures) {
            Measurement reading = figure.reading();
            if (reading != null) {
                SeriesId series = figure.figure().series();
                bySource.computeIfAbsent(series.source(), s -> new TreeMap<>())
                        .computeIfAbsent(series, s -> new TreeMap<>(PoolFigure.FOLDING))
                        .put(figure.figure(), reading);
            }
        }
    }

    /** Hands over what the projections of some economies await of a source. */
    public void of(
            String source,
            ExpectedRelease next,
            LocalDate today,
            Predicate<String> economies,
            Consumer<Awaited> consumer) {
        SortedMap<SeriesId, NavigableMap<FigureId, Measurement>> held = bySource.getOrDefault(source, new TreeMap<>());
        List<Speaking.Spoken> spoken = new ArrayList<>();
        held.forEach((id, its) -> spoken.add(new Speaking.Spoken(
                id, its.keySet().stream().map(FigureId::period).toList())));
        Speaking speaking = new Speaking(catalogue, spoken);
        List<ComingReadings> release = new ArrayList<>();
        for (Speaking.Spoken series : spoken) {
            if (speaking.isAwaited(series, today)) {
                Measurement last = Objects.requireNonNull(held.get(series.id()))
                        .lastEntry()
                        .getValue();
                pool.outlook(series.id().economy())
                        .map(outlook -> ComingReadings.of(series, next, outlook, last.standardError()))
                        .ifPresent(release::add);
            }
        }
        int figures = release.stream().mapToInt(ComingReadings::count).sum();
        Instant told = AwaitedRelease.told(next, today);
        courses(release, told, economies).forEach((economy, courses) -> {
            AwaitedRelease awaited =
                    new AwaitedRelease(pool.key(economy), unit, source, next, speaking.newest(), figures, told);
            consumer.accept(new AwaitedProjection(awaited, courses.before, courses.after));
        });
    }

    /** The projections of an economy to one time, before the release and after each course of it. */
    private record Moved(Banded before, List<Banded> after) {
        private boolean isMoved() {
            return after.stream().anyMatch(one -> !one.equals(before));
        }
    }

    private SortedMap<String, Moved> courses(List<ComingReadings> release, Instant at, Predicate<String> economies) {
        SortedMap<String, EconomyProjection> now = new TreeMap<>();
        pool.economies().stream()
                .filter(economy ->
                        economies.test(economy) && pool.projected(economy).isPresent())
                .forEach(economy -> pool.outlook(economy).ifPresent(outlook -> now.put(economy, outlook)));
        SortedMap<String, Moved> moved = new TreeMap<>();
        if (release.isEmpty() || now.isEmpty()) {
            return moved;
        }
        double[][] deviations =
                Courses.of(release.stream().mapToInt(ComingReadings::count).sum());
        for (int course = 0; course < Courses.COUNT; course++) {
            int first = 0;
            for (ComingReadings coming : release) {
                coming.put(pool, at, column(deviations, first, coming.count(), course), unit);
                first += coming.count();
            }
            for (Map.Entry<String, EconomyProjection> of : now.entrySet()) {
                add(of.getKey(), of.getValue(), moved);
            }
        }
        release.forEach(coming -> coming.takeBack(pool, unit));
        moved.values().removeIf(one -> !one.isMoved());
        return moved;
    }

    private void add(String economy, EconomyProjection before, SortedMap<String, Moved> moved) {
        EconomyProjection after = pool.outlook(economy).orElseThrow();
        double ahead = Horizon.P1Y.yearsAhead();
        double factor = PenetrationReport.scale(unit);
        moved.computeIfAbsent(
                        economy,
                        e -> new Moved(
                                before.projected(ahead + after.time() - before.time())
                                        .times(factor),
                                new ArrayList<>()))
                .after()
                .add(after.projected(ahead).times(factor));
    }

    private static double[] column(double[][] deviations, int first, int count, int course) {
        double[] own = new double[count];
        for (int i = 0; i < count; i++) {
            own[i] = deviations[first + i][course];
        }
        return own;
    }
}
