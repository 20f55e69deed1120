package org.tidemark.awaited;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evaluation;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.figures.Outlook;
import org.tidemark.figures.RecordedFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * The estimates of one economy, or of a panel, after the next release of a source, in equally probable courses of its
 * figures: every estimator that reads one of them reads all that is held and these, as it would if they had come.
 */
final class EconomyCourses {
    private final HeldFigures held;
    private final Optional<Function<Set<String>, Estimator>> penetration;
    private final SortedMap<EstimateKey, Estimate> now = new TreeMap<>();
    private final Map<Estimator, RecordedFigures> asked = new LinkedHashMap<>();

    /** Says what is estimated without the release; an estimator that makes nothing asked for, and on which none rests, is left out. */
    EconomyCourses(Believed believed) {
        this.held = believed.held();
        this.penetration = believed.penetration();
        Map<Estimator, RecordedFigures> all = new LinkedHashMap<>();
        penetration.ifPresent(of -> all.put(of.apply(held.indicators()), new RecordedFigures(held)));
        believed.composed().forEach(estimator -> all.put(estimator, new RecordedFigures(held)));
        all.forEach((estimator, figures) -> {
            for (Estimate estimate : estimator.estimates(figures)) {
                now.put(estimate.key(), estimate);
                held.put(estimate);
            }
        });
        List<Map.Entry<Estimator, RecordedFigures>> backwards = new ArrayList<>(all.entrySet());
        Collections.reverse(backwards);
        SortedSet<EstimateKey> needed = new TreeSet<>();
        for (Map.Entry<Estimator, RecordedFigures> entry : backwards) {
            Estimator estimator = entry.getKey();
            if (estimator.measures().stream().anyMatch(believed.measures())
                    || needed.stream().anyMatch(estimator::makes)) {
                needed.addAll(entry.getValue().estimates());
                asked.put(estimator, entry.getValue());
            }
        }
    }

    /** Whether an estimate that is asked for, or one that it rests on, is made of a series. */
    boolean isRead(SeriesId series) {
        return asked.values().stream().anyMatch(figures -> figures.wasAsked(series));
    }

    /** What is estimated without the release. */
    SortedMap<EstimateKey, Estimate> now() {
        return now;
    }

    /** What the estimators expect of figures, where they have a notion of it that is not the last value. */
    Map<FigureId, Double> expected(List<FigureId> figures) {
        Map<FigureId, Double> last = Outlook.last(held, figures);
        Map<FigureId, Double> expected = new LinkedHashMap<>();
        for (Estimator estimator : asked.keySet()) {
            estimator
                    .outlook(held, new Outlook.Question(Map.of(), figures))
                    .figures()
                    .forEach((figure, value) -> {
                        if (!value.equals(last.get(figure))) {
                            expected.putIfAbsent(figure, value);
                        }
                    });
        }
        return expected;
    }

    /**
     * The estimates after each course, by key: those that some course has moved.
     *
     * @param at when the release is told of
     */
    SortedMap<EstimateKey, List<Estimate>> after(List<ComingFigures> release, Instant at) {
        List<Estimator> reading = reading(release);
        List<FigureSeries> before = series(release);
        Drawn drawn = new Drawn(release);
        SortedMap<EstimateKey, List<Estimate>> after = new TreeMap<>();
        for (int course = 0; course < Courses.COUNT; course++) {
            drawn.put(course, held, at);
            Evaluation.of(held, reading).forEach((key, estimate) -> after.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(estimate));
        }
        release.forEach(coming -> held.drop(coming.series()));
        before.forEach(held::put);
        now.values().forEach(held::put);
        after.entrySet().removeIf(e -> !moves(now.get(e.getKey()), e.getValue()));
        return after;
    }

    private List<FigureSeries> series(List<ComingFigures> release) {
        return release.stream()
                .map(ComingFigures::series)
                .flatMap(id -> held.sources(id.indicator(), id.sector()).stream()
                        .filter(series -> series.id().equals(id)))
                .toList();
    }

    /** The estimators that may say something else, in their order; penetration of the cells of these figures alone. */
    private List<Estimator> reading(List<ComingFigures> release) {
        Set<String> indicators = release.stream()
                .map(coming -> coming.series().indicator())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Estimator> reading = asked.keySet().stream()
                .filter(estimator -> indicators.stream().anyMatch(estimator::reads))
                .map(estimator -> estimator.measures().contains(PenetrationReport.MEASURE)
                        ? penetration.orElseThrow().apply(indicators)
                        : estimator)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(reading);
        return reading;
    }

    /** What has no number now, or has none in some course, is not told of. */
    private static boolean moves(@Nullable Estimate before, List<Estimate> after) {
        return before != null
                && before.level(Horizon.P0D).isPresent()
                && after.size() == Courses.COUNT
                && after.stream()
                        .allMatch(estimate -> estimate.level(Horizon.P0D).isPresent())
                && after.stream().anyMatch(estimate -> !Objects.equals(estimate.levels(), before.levels()));
    }

    /** The figures of a release in all courses, each series with deviations of its own. */
    private static final class Drawn {
        private final List<ComingFigures> release;
        private final List<double[][]> deviations = new ArrayList<>();

        Drawn(List<ComingFigures> release) {
            this.release = release;
            int figures = release.stream().mapToInt(c -> c.periods().size()).sum();
            double[][] all = Courses.of(figures);
            int first = 0;
            for (ComingFigures coming : release) {
                double[][] own = new double[Courses.COUNT][coming.periods().size()];
                for (int course = 0; course < Courses.COUNT; course++) {
                    for (int i = 0; i < own[course].length; i++) {
                        own[course][i] = all[first + i][course];
                    }
                }
                first += coming.periods().size();
                deviations.add(own);
            }
        }

        void put(int course, HeldFigures into, Instant at) {
            for (int i = 0; i < release.size(); i++) {
                ComingFigures coming = release.get(i);
                List<FigureId> ids = coming.ids();
                List<Double> values = coming.values(deviations.get(i)[course]);
                for (int j = 0; j < ids.size(); j++) {
                    into.replace(ids.get(j), values.get(j), coming.standardError(), at);
                }
            }
        }
    }
}
