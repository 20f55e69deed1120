package org.tidemark.engine.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.BeliefStore;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.news.News;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

/** What the processor promises an estimator, whatever that computes. */
class ComposeStageTest {
    private static final String READ = "supply.gdp.real_growth";
    private static final Instant JANUARY = Instant.parse("2024-01-31T23:59:59.999Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-29T23:59:59.999Z");
    private static final EstimateKey SUM = new EstimateKey("CN", "TOTAL", "sum", "test");

    private final MemoryTables tables = new MemoryTables();
    private final List<Estimate> sent = new ArrayList<>();
    private final List<SortedMap<Period, Double>> saidBefore = new ArrayList<>();
    private final ComposeStage stage = started(List.of(new Sum(), new Doubled()));

    /** The sum of all figures of an indicator, of the newest period. */
    private final class Sum implements Estimator {
        @Override
        public Set<String> measures() {
            return Set.of("sum");
        }

        @Override
        public Set<String> remembered() {
            return measures();
        }

        @Override
        public boolean reads(String indicator) {
            return indicator.equals(READ);
        }

        @Override
        public List<Estimate> estimates(EconomyFigures figures) {
            saidBefore.add(figures.firstSaid(SUM));
            FigureSeries series = figures.series(READ, "TOTAL").orElse(null);
            if (series == null || series.figures().isEmpty()) {
                return List.of();
            }
            double sum = series.figures().stream().mapToDouble(Figure::value).sum();
            Period newest = series.newest().orElseThrow().period();
            return List.of(estimate(SUM, series.knownAt(), newest, sum));
        }
    }

    /** Twice the other's estimate. */
    private static final class Doubled implements Estimator {
        @Override
        public Set<String> measures() {
            return Set.of("doubled");
        }

        @Override
        public boolean reads(String indicator) {
            return indicator.equals(READ);
        }

        @Override
        public List<Estimate> estimates(EconomyFigures figures) {
            return figures.estimate("TOTAL", "sum", "test").stream()
                    .map(e -> estimate(
                            new EstimateKey("CN", "TOTAL", "doubled", "test"),
                            e.asOf(),
                            e.period(),
                            2 * e.levels().get(0).band().value()))
                    .toList();
        }
    }

    private static Estimate estimate(EstimateKey key, Instant asOf, Period period, double value) {
        Banded band = new Banded(value, value, value, value, value);
        return new Estimate(
                key, asOf, period, 1, "", "m", "percent", List.of(new HorizonValue(Horizon.P0D, band, 0.0)), null);
    }

    private ComposeStage started(List<Estimator> estimators) {
        return new ComposeStage(
                StorePlace.ECONOMIES,
                ShippedCatalogue.with(List.of()),
                Codecs.singleObject(),
                tables,
                kept -> Beliefs.stored(new BeliefStore(tables, StorePlace.ECONOMIES)),
                estimators,
                new EstimateOutlet() {
                    @Override
                    public void take(Estimate estimate) {
                        sent.add(estimate);
                        // What publishing does.
                        EstimateStore.put(
                                EstimateStore.table(tables, StorePlace.ECONOMIES, Codecs.singleObject()), estimate);
                    }

                    @Override
                    public void take(News news) {}
                });
    }

    private static ValueChange change(
            String indicator, String period, @Nullable Double value, @Nullable Instant since) {
        return change(indicator, period, value, since, false);
    }

    private static ValueChange change(
            String indicator, String period, @Nullable Double value, @Nullable Instant since, boolean byLag) {
        SeriesId series = new SeriesId(indicator, "CN", "TOTAL", "NBS_CHINA");
        BatchId batch = new BatchId("NBS_CHINA", "r", JANUARY, "load");
        return new ValueChange(
                new FigureId(series, Period.parse(period)),
                CurrentValue.NONE,
                new CurrentValue(value, null, since),
                batch,
                byLag);
    }

    private List<Estimate> applied(Instant published, ValueChange... changes) {
        InstantApplied release = new InstantApplied("CN", published, List.of(changes));
        sent.clear();
        stage.applied(release, published);
        return List.copyOf(sent);
    }

    private static List<Double> values(List<Estimate> estimates) {
        return estimates.stream().map(e -> e.levels().get(0).band().value()).toList();
    }

    @Test
    void anEstimatorReadsWhatAnEarlierOneHasJustSaid() {
        List<Estimate> sent = applied(JANUARY, change(READ, "2023", 5.0, JANUARY));

        assertThat(sent).extracting(e -> e.key().measure()).containsExactly("sum", "doubled");
        assertThat(values(sent)).containsExactly(5.0, 10.0);
    }

    @Test
    void whatNobodyReadsAndWhatChangesNothingSaysNothing() {
        applied(JANUARY, change(READ, "2023", 5.0, JANUARY));

        assertThat(applied(FEBRUARY, change("supply.industry.real_growth", "2023", 5.0, FEBRUARY)))
                .isEmpty();
        assertThat(applied(FEBRUARY, change(READ, "2023", 5.0, JANUARY))).isEmpty();
    }

    @Test
    void whatCannotBeSaidAnyMoreIsWithdrawn() {
        applied(JANUARY, change(READ, "2023", 5.0, JANUARY));

        List<Estimate> sent = applied(FEBRUARY, change(READ, "2023", null, null));

        assertThat(sent).extracting(Estimate::inputs).containsExactly(0, 0);
        assertThat(sent).extracting(Estimate::asOf).containsOnly(FEBRUARY);
        assertThat(applied(FEBRUARY, change(READ, "2023", null, null))).isEmpty();
    }

    @Test
    void whatWasSaidFirstOfAPeriodIsRemembered() {
        applied(JANUARY, change(READ, "2022", 3.0, JANUARY));
        applied(FEBRUARY, change(READ, "2022", 4.0, FEBRUARY));
        applied(FEBRUARY.plusSeconds(1), change(READ, "2023", 1.0, FEBRUARY));
        applied(FEBRUARY.plusSeconds(2), change(READ, "2022", null, FEBRUARY));

        assertThat(saidBefore.get(saidBefore.size() - 1))
                .hasSize(2)
                .containsEntry(Period.parse("2022"), 3.0)
                .containsEntry(Period.parse("2023"), 5.0);
    }

    @Test
    void historyThatNobodySawAtItsTimeWasNotSaid() {
        applied(JANUARY, change(READ, "2022", 3.0, JANUARY, true));
        applied(FEBRUARY, change(READ, "2023", 5.0, FEBRUARY));
        applied(FEBRUARY.plusSeconds(1), change(READ, "2022", 4.0, FEBRUARY));

        assertThat(saidBefore.get(saidBefore.size() - 1)).containsExactly(Map.entry(Period.parse("2023"), 8.0));
    }
}
