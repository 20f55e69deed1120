package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.tidemark.accuracy.ConceptScore;
import org.tidemark.accuracy.ConceptScores;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;

/**
 * How projections came true, by concept, measure and months ahead: read off the one partition of what crosses economies, so
 * that one monitor of many shows them.
 */
final class ScoreGauges {
    /** More concepts than the catalogue has; what a hostile file invents beyond is not shown. */
    static final int CONCEPTS_MAX = 50;

    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final double WHOLE = 100;

    private final List<Gauge> gauges = List.of(
            gauge("projections", "Projections whose figure has come", s -> s.score()
                    .matured()),
            gauge(
                    "error_ratio",
                    "Mean absolute error of projections, share",
                    s -> s.score().error() / WHOLE),
            gauge(
                    "last_value_error_ratio",
                    "Mean absolute error of the last value at the same instants, share",
                    s -> s.score().lastError() / WHOLE),
            gauge(
                    "bias_ratio",
                    "Mean of projection less figure, share",
                    s -> s.score().bias() / WHOLE),
            gauge(
                    "skill_ratio",
                    "One minus CRPS over that of the last value, half of each forgotten in three years; above 0 is better than"
                            + " 'nothing changes'",
                    ConceptScore::recentSkill),
            gauge("inside80_ratio", "Part of the figures in the 80 % band", s -> s.score()
                    .inside80()),
            gauge("inside95_ratio", "Part of the figures in the 95 % band", s -> s.score()
                    .inside95()),
            gauge(
                    "inside80_least_ratio",
                    "Least part of the figures that an honest 80 % band holds, by a binomial test",
                    s -> s.score().range80().least()
                            / (double) s.score().range80().of()),
            gauge(
                    "inside80_most_ratio",
                    "Largest part of the figures that an honest 80 % band holds, by a binomial test",
                    s -> s.score().range80().most()
                            / (double) s.score().range80().of()),
            gauge(
                    "narrow_releases",
                    "Newest publications in a row after each of which the 80 % band had held less than an honest one does",
                    ConceptScore::narrowReleases));

    private record Gauge(GaugeSnapshot.Builder builder, ToDoubleFunction<ConceptScore> value) {}

    private ScoreGauges() {}

    private static Gauge gauge(String name, String help, ToDoubleFunction<ConceptScore> value) {
        return new Gauge(GaugeSnapshot.builder().name("tidemark_score_" + name).help(help), value);
    }

    /** All of them; without series where nothing has come yet, or stores cannot be read. */
    static List<MetricSnapshot> of(StoreAccess stores) {
        ScoreGauges scores = new ScoreGauges();
        try {
            scores.read(MaturedProjectionStore.reading(stores));
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            scores = new ScoreGauges();
        }
        List<MetricSnapshot> snapshots = new ArrayList<>();
        scores.gauges.forEach(gauge -> snapshots.add(gauge.builder().build()));
        return snapshots;
    }

    private void read(MaturedProjectionStore matured) {
        Set<String> concepts = new HashSet<>();
        matured.each(null, EVER, (concept, its) -> {
            if (concepts.size() < CONCEPTS_MAX || concepts.contains(concept)) {
                concepts.add(concept);
                Labels labels = Labels.of(
                        "concept",
                        concept,
                        "measure",
                        its.get(0).measure(),
                        "months",
                        Integer.toString(its.get(0).months()));
                ConceptScore score = ConceptScores.of(its);
                for (Gauge gauge : gauges) {
                    double value = gauge.value().applyAsDouble(score);
                    if (Double.isFinite(value)) {
                        gauge.builder()
                                .dataPoint(GaugeDataPointSnapshot.builder()
                                        .labels(labels)
                                        .value(value)
                                        .build());
                    }
                }
            }
            return true;
        });
    }
}
