package org.tidemark.awaited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.awaited.NextRelease.NEXT;
import static org.tidemark.awaited.NextRelease.NO_ALERTS;
import static org.tidemark.awaited.NextRelease.TODAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.ReleaseWorth;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evaluation;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.figures.Outlook;
import org.tidemark.measure.MeasureEstimator;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.penetration.SourceRange;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What a release is worth to composed estimates: those of a pool of firms and people. */
class AwaitedEconomyTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final String FIRMS = "adoption.firms.any_use";
    private static final String PEOPLE = "adoption.people.any_use";
    private static final String POOLED = "penetration.pooled";
    private static final EstimateKey MEAN = new EstimateKey("WORLD", SeriesId.TOTAL, "across", "adoption_mean");

    private static HeldFigures held() {
        HeldFigures held = new HeldFigures("DE");
        double[] firms = {10, 12, 15, 19, 25};
        for (int i = 0; i < firms.length; i++) {
            put(held, FIRMS, "EUROSTAT", Integer.toString(2021 + i), firms[i]);
        }
        put(held, PEOPLE, "MICROSOFT_AIEI", "2025-H1", 29);
        put(held, PEOPLE, "MICROSOFT_AIEI", "2025-H2", 32);
        put(held, PEOPLE, "MICROSOFT_AIEI", "2026-Q1", 34);
        return held;
    }

    private static void put(HeldFigures held, String indicator, String source, String period, double value) {
        FigureId id =
                new FigureId(new SeriesId(indicator, held.economy(), SeriesId.TOTAL, source), Period.parse(period));
        held.put(id, value, null, Instant.parse("2026-05-01T00:00:00Z"));
    }

    private static List<Estimator> composed() {
        return List.of(new PooledEstimator(CATALOGUE), new SourceRange(CATALOGUE));
    }

    private static AwaitedEconomy economy(HeldFigures held, String measure) {
        return new AwaitedEconomy(
                CATALOGUE,
                Believed.ofEconomy(
                        held,
                        indicators -> new PenetrationEstimator(CATALOGUE, CeilingPrior.EQUAL, indicators),
                        composed(),
                        measure::equals));
    }

    private static List<Awaited> awaited(HeldFigures held, String measure) {
        List<Awaited> all = new ArrayList<>();
        economy(held, measure).of("EUROSTAT", NEXT, TODAY, all::add);
        return all;
    }

    /** Two thousand random figures, each read by the estimator as it would read the one that comes. */
    @Test
    void theWorthIsThatOfRandomCourses() {
        Awaited firms = awaited(held(), POOLED).get(0);
        assertThat(firms.release().cell().concept()).isEqualTo("firms.any_use");
        assertThat(firms.release().figures()).isEqualTo(1);

        ReleaseWorth worth = firms.prospect(NO_ALERTS).worth();
        ReleaseWorth drawn = drawn(firms.release().cell());

        assertThat(worth.before()).isEqualTo(drawn.before());
        assertThat(worth.after()).isCloseTo(drawn.after(), within(0.03 * drawn.after()));
        assertThat(worth.move()).isCloseTo(drawn.move(), within(0.1 * drawn.move()));
        assertThat(worth.varianceReduction()).isGreaterThan(0);
    }

    private static ReleaseWorth drawn(EstimateKey cell) {
        HeldFigures held = held();
        SeriesId series = new SeriesId(FIRMS, "DE", SeriesId.TOTAL, "EUROSTAT");
        FigureId coming = new FigureId(series, Period.parse("2026"));
        FigureSeries firms = held.series(FIRMS, SeriesId.TOTAL).orElseThrow();
        SeriesPace pace = pace(firms);
        Estimate before = pooled(held, cell);
        double expected = new PooledEstimator(CATALOGUE)
                .outlook(held, new Outlook.Question(Map.of(), List.of(coming)))
                .figures()
                .getOrDefault(coming, Double.NaN);
        Random random = new Random(7);
        List<Estimate> after = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            held.replace(coming, pace.off(expected, random.nextGaussian()), null, Instant.EPOCH);
            after.add(pooled(held, cell));
        }
        return new AwaitedEstimate(awaited(held(), POOLED).get(0).release(), before, after)
                .prospect(NO_ALERTS)
                .worth();
    }

    private static Estimate pooled(HeldFigures held, EstimateKey cell) {
        return new PooledEstimator(CATALOGUE)
                .estimates(held).stream()
                        .filter(e -> e.key().equals(cell))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everyConceptOfThePoolIsMovedAndNothingElseIsTold() {
        assertThat(awaited(held(), POOLED))
                .extracting(a -> a.release().cell().concept())
                .containsExactly("firms.any_use", "people.any_use");
        assertThat(awaited(held(), "penetration")).isEmpty();
        assertThat(awaited(held(), "demand_gap")).isEmpty();
    }

    @Test
    void whatIsHeldIsAfterwardsAsItWas() {
        HeldFigures held = held();
        SortedMap<EstimateKey, Estimate> before = Evaluation.of(held(), composed());

        List<Awaited> once = awaited(held, POOLED);

        assertThat(Evaluation.of(held, composed())).isEqualTo(before);
        assertThat(awaited(held, POOLED)).isEqualTo(once);
    }

    /** A source that has spoken of people twice since it spoke of firms is not awaited to speak of firms. */
    @Test
    void aSeriesThatOthersOfItsSourceHaveLeftBehindIsNotAwaited() {
        HeldFigures held = held();
        for (int year = 2021; year <= 2025; year++) {
            put(held, PEOPLE, "EUROSTAT", Integer.toString(year), 10 + year - 2021);
        }
        put(held, PEOPLE, "EUROSTAT", "2026", 17);
        put(held, PEOPLE, "EUROSTAT", "2027", 19);

        assertThat(awaited(held, POOLED).get(0).release().figures()).isEqualTo(1);
        put(held, FIRMS, "EUROSTAT", "2026", 30);
        assertThat(awaited(held, POOLED).get(0).release().figures()).isEqualTo(2);
    }

    @Test
    void aRuleReadsEachCourse() {
        Awaited firms = awaited(held(), POOLED).get(0);
        var rules = CATALOGUE.recipes().alerts().all().stream()
                .filter(rule -> rule.watches("DE", SeriesId.TOTAL, POOLED, "firms.any_use"))
                .map(rule -> new AlertOdds.Watch(rule, List.of()))
                .toList();
        List<AlertOdds> odds = firms.prospect(new AlertOdds.Asked(rules, null)).alerts();

        assertThat(odds).allSatisfy(o -> assertThat(o.raised()).isBetween(1.0 / Courses.COUNT, 1.0));
        double level = ((AwaitedEstimate) firms).now().level(Horizon.P0D).orElseThrow();
        assertThat(level).isBetween(20.0, 40.0);
    }

    /** Two years of the use of AI by people in forty economies, as the panel of the world holds them. */
    private static HeldFigures world() {
        HeldFigures held = new HeldFigures("WORLD");
        for (int e = 0; e < 40; e++) {
            String sector = "ECONOMY:" + (char) ('A' + e / 10) + (char) ('A' + e % 10);
            String[] periods = {"2025-H1", "2025-H2", "2026-H1"};
            for (int i = 0; i < periods.length; i++) {
                FigureId id =
                        new FigureId(new SeriesId(PEOPLE, "WORLD", sector, "MICROSOFT_AIEI"), Period.parse(periods[i]));
                held.put(id, 8 + 0.7 * e + i * (1 + 0.02 * e), null, Instant.parse("2026-05-01T00:00:00Z"));
            }
        }
        return held;
    }

    private static Estimator mean() {
        return MeasureEstimator.ofPanels(CATALOGUE).stream()
                .filter(e -> e.makes(MEAN))
                .findFirst()
                .orElseThrow();
    }

    /** What is told across economies is moved by all of their figures at once. */
    @Test
    void theWorthToAMeanOverEconomiesIsThatOfRandomCourses() {
        List<Awaited> all = new ArrayList<>();
        new AwaitedEconomy(CATALOGUE, Believed.ofPanel(world(), List.of(mean()), "across"::equals))
                .of("MICROSOFT_AIEI", NEXT, TODAY, all::add);
        Awaited mean = all.stream()
                .filter(a -> a.release().cell().equals(MEAN))
                .findFirst()
                .orElseThrow();
        assertThat(mean.release().figures()).isEqualTo(80);

        ReleaseWorth worth = mean.prospect(NO_ALERTS).worth();
        ReleaseWorth drawn = drawnMean(mean.release());

        assertThat(worth.before()).isEqualTo(drawn.before());
        assertThat(worth.after()).isCloseTo(drawn.after(), within(0.03 * drawn.after()));
        assertThat(worth.move()).isCloseTo(drawn.move(), within(0.1 * drawn.move()));
    }

    private static ReleaseWorth drawnMean(AwaitedRelease release) {
        HeldFigures held = world();
        Estimate before = mean().estimates(held).get(0);
        Map<FigureSeries, SeriesPace> paces = new LinkedHashMap<>();
        for (String sector : held.sectors(PEOPLE)) {
            FigureSeries series = held.series(PEOPLE, sector).orElseThrow();
            paces.put(series, pace(series));
        }
        List<Period> periods = List.of(Period.parse("2026-H2"), Period.parse("2027-H1"));
        Random random = new Random(5);
        List<Estimate> after = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            paces.forEach((series, pace) -> {
                double last = series.newest().orElseThrow().value();
                double off = 0;
                for (int p = 0; p < periods.size(); p++) {
                    off += random.nextGaussian();
                    FigureId id = new FigureId(series.id(), periods.get(p));
                    held.replace(id, pace.off(pace.drifted(last, p + 1), off), null, Instant.EPOCH);
                }
            });
            after.add(mean().estimates(held).get(0));
        }
        return new AwaitedEstimate(release, before, after).prospect(NO_ALERTS).worth();
    }

    private static SeriesPace pace(FigureSeries series) {
        Indicator indicator = CATALOGUE.indicator(series.id().indicator()).orElseThrow();
        return SeriesPace.of(indicator, CATALOGUE.recipes().releases().judging().orElseThrow(), series.figures())
                .orElseThrow();
    }

    /** Each model has one score: the next release brings other models, on the line of those before. */
    @Test
    void theWorthToARecordIsThatOfRandomNewModels() {
        HeldFigures held = models();
        AwaitedEstimate best = best(held);
        // A release a year, and a model a month.
        assertThat(best.release().figures()).isEqualTo(Past.FIGURES_MAX);

        ReleaseWorth worth = best.prospect(NO_ALERTS).worth();
        ReleaseWorth drawn = drawnBest(best);

        assertThat(worth.before()).isEqualTo(drawn.before());
        assertThat(worth.after()).isCloseTo(drawn.after(), within(0.05 * drawn.after()));
        assertThat(worth.move()).isCloseTo(drawn.move(), within(0.1 * drawn.move()));
        assertThat(best.after()).as("a record is never taken back").allSatisfy(after -> assertThat(
                        after.level(Horizon.P0D).orElseThrow())
                .isGreaterThanOrEqualTo(best.now().level(Horizon.P0D).orElseThrow()));
    }

    @Test
    void newModelsAreGoneAfterwardsAndFewerThanFiveSayNothing() {
        HeldFigures held = models();
        AwaitedEstimate once = best(held);

        assertThat(held.sectors("capability.eci")).isEqualTo(models().sectors("capability.eci"));
        assertThat(best(held)).isEqualTo(once);

        HeldFigures few = new HeldFigures("WORLD");
        for (int i = 0; i < 4; i++) {
            model(few, i, 100.0 + 5 * i);
        }
        assertThat(ofModels(few)).isEmpty();
    }

    /** Scores that climb by five a month, now and then two more or less. */
    private static HeldFigures models() {
        HeldFigures held = new HeldFigures("WORLD");
        for (int i = 0; i < 12; i++) {
            model(held, i, 100 + 5 * i + new int[] {0, 2, -2}[i % 3]);
        }
        return held;
    }

    private static void model(HeldFigures held, int number, double score) {
        FigureId id = new FigureId(
                new SeriesId("capability.eci", "WORLD", "ECONOMY:US.MODEL.m" + number, "EPOCH_ECI"),
                Period.parse("2025-%02d-01".formatted(number + 1)));
        held.put(id, score, null, Instant.parse("2026-05-01T00:00:00Z"));
    }

    private static List<Awaited> ofModels(HeldFigures held) {
        List<Awaited> all = new ArrayList<>();
        List<Estimator> panels = List.copyOf(MeasureEstimator.ofPanels(CATALOGUE));
        new AwaitedEconomy(CATALOGUE, Believed.ofPanel(held, panels, "frontier"::equals))
                .of("EPOCH_ECI", NEXT, TODAY, all::add);
        return all;
    }

    private static AwaitedEstimate best(HeldFigures held) {
        return ofModels(held).stream()
                .filter(a -> a.release().cell().concept().equals("capability_frontier"))
                .map(AwaitedEstimate.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Eight models a year after the twelfth, on the same line: the median slope is five a month, to within its rounding. */
    private static ReleaseWorth drawnBest(AwaitedEstimate best) {
        HeldFigures held = models();
        Indicator indicator = CATALOGUE.indicator("capability.eci").orElseThrow();
        List<FigureSeries> spoken = held.sectors("capability.eci").stream()
                .map(sector -> held.series("capability.eci", sector).orElseThrow())
                .toList();
        List<ComingFigures> coming = Newcomers.of(CATALOGUE, indicator.id(), spoken, NEXT);
        assertThat(coming)
                .hasSize(Past.FIGURES_MAX)
                .allSatisfy(one -> assertThat(one.expected().get(0)).isBetween(155.0, 220.0));
        Estimator estimator = MeasureEstimator.ofPanels(CATALOGUE).stream()
                .filter(e -> e.makes(best.now().key()))
                .findFirst()
                .orElseThrow();
        Random random = new Random(11);
        List<Estimate> after = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            for (ComingFigures one : coming) {
                held.replace(
                        one.ids().get(0),
                        one.values(new double[] {random.nextGaussian()}).get(0),
                        null,
                        Instant.EPOCH);
            }
            after.add(estimator.estimates(held).stream()
                    .filter(e -> e.key().equals(best.now().key()))
                    .findFirst()
                    .orElseThrow());
        }
        return new AwaitedEstimate(best.release(), best.now(), after)
                .prospect(NO_ALERTS)
                .worth();
    }
}
