package org.tidemark.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.HeldFigures;
import org.tidemark.figures.Outlook;
import org.tidemark.figures.RecordedFigures;
import org.tidemark.gap.GapEstimator;
import org.tidemark.measure.GroupContrasts;
import org.tidemark.measure.Several;
import org.tidemark.news.ComposedNews.Moved;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** News of the shipped estimators that have a state: what each expects of its own next figure. */
class OutlookNewsTest {
    private static final Instant BEFORE = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-04-30T12:00:00Z");
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    private static final String FIRMS = "adoption.firms.goods_services";
    private static final String WORKERS = "adoption.workers.any_use";

    /** Figures of one economy, of which some have come just now. */
    private static final class Case {
        private final List<ValueChange> all = new ArrayList<>();
        private final Estimator estimator;

        Case(Estimator estimator) {
            this.estimator = estimator;
        }

        Case held(String indicator, String sector, String source, String period, double value) {
            return add(indicator, sector, source, period, value, value);
        }

        Case comes(String indicator, String sector, String source, String period, double value) {
            return add(indicator, sector, source, period, null, value);
        }

        private Case add(
                String indicator, String sector, String source, String period, @Nullable Double before, double after) {
            FigureId id = new FigureId(new SeriesId(indicator, "US", sector, source), Period.parse(period));
            CurrentValue was = before == null ? CurrentValue.NONE : new CurrentValue(before, null, BEFORE);
            CurrentValue is = new CurrentValue(after, null, before == null ? NOW : BEFORE);
            all.add(new ValueChange(id, was, is, new BatchId(source, "new", NOW, "00"), false));
            return this;
        }

        HeldFigures figures(boolean after) {
            HeldFigures held = new HeldFigures("US");
            all.forEach(c -> {
                CurrentValue belief = after ? c.after() : c.before();
                if (belief.since() != null) {
                    held.put(c.figure(), belief.value(), null, belief.since());
                }
            });
            return held;
        }

        List<News> news() {
            Map<?, Estimate> before = estimator.estimates(figures(false)).stream()
                    .collect(java.util.stream.Collectors.toMap(Estimate::key, e -> e));
            RecordedFigures asked = new RecordedFigures(figures(true));
            List<Moved> moved = new ArrayList<>();
            for (Estimate after : estimator.estimates(asked)) {
                Estimate was = before.get(after.key());
                if (was != null && News.isMove(was, after)) {
                    moved.add(new Moved(was, after));
                }
            }
            return new ComposedNews(estimator, NOW, asked, Cells.RULES).of(moved, all, (indicator, into) -> all.stream()
                    .filter(c -> c.figure().series().indicator().equals(indicator))
                    .forEach(c -> into.put(
                            c.figure(),
                            c.after().value(),
                            null,
                            Objects.requireNonNull(c.after().since()))));
        }

        News of(String measure, String concept) {
            return news().stream()
                    .filter(n -> n.key().measure().equals(measure)
                            && n.key().concept().equals(concept))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Case pool(double[] firms, double[] workers) {
        Case pool = new Case(new PooledEstimator(SHIPPED));
        for (int i = 0; i < firms.length; i++) {
            pool.held(FIRMS, "TOTAL", "CENSUS_BTOS", quarter(i), firms[i]);
        }
        for (int i = 0; i < workers.length; i++) {
            pool.held(WORKERS, "TOTAL", "RPS", quarter(2 * i), workers[i]);
        }
        return pool;
    }

    private static String quarter(int i) {
        return "%d-Q%d".formatted(2023 + i / 4, 1 + i % 4);
    }

    private static NewsLine line(News news, Kind kind) {
        return news.lines().stream()
                .filter(l -> l.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is not in " + news.lines()));
    }

    @Test
    @DisplayName("workers 50.5, the figure 40.7, the pool 41.0: the figure's line falls and no time passes")
    void theFigureIsMeasuredAgainstWhatThePoolStoodAtAndNotAgainstItsLastValue() {
        double[] firms = {4, 4.3, 4.8, 5.4, 6, 6.6, 7.3, 8, 8.8, 9.6};
        Case pool =
                pool(firms, new double[] {33.4, 35}).comes(WORKERS, "TOTAL", "RPS", quarter(firms.length - 1), 40.7);

        News news = pool.of("penetration.pooled", "workers.any_use");

        assertThat(news.lines()).extracting(NewsLine::kind).containsExactly(Kind.NEW_FIGURES);
        NewsLine figure = news.lines().get(0);
        assertThat(figure.forecast()).isCloseTo(news.before(), within(1e-9));
        assertThat(news.before()).isGreaterThan(41.5);
        assertThat(figure.surprise()).isNegative();
        assertThat(figure.impact()).isNegative().isEqualTo(news.change());
        assertThat(figure.gain()).isBetween(0.5, 1.0);
    }

    @Test
    @DisplayName("two years of silence are no surprise: the pool expects what it carried there")
    void timeThatPassesIsToldAsTimeAndTheForecastIsCarriedThere() {
        Case pool = pool(new double[] {4, 5, 6, 7}, new double[] {30, 33})
                .comes(FIRMS, "TOTAL", "CENSUS_BTOS", "2025-Q4", 14);

        News news = pool.of("penetration.pooled", "firms.goods_services");

        NewsLine time = line(news, Kind.PASSING_OF_TIME);
        NewsLine figure = line(news, Kind.NEW_FIGURES);
        assertThat(time.impact()).isPositive();
        assertThat(figure.forecast()).isCloseTo(news.before() + time.impact(), within(1e-9));
        assertThat(Math.abs(Objects.requireNonNull(figure.surprise()))).isLessThan(14 - 7);
    }

    @Provide
    Arbitrary<double[]> firms() {
        return path(0.02, 0.3, 6, 12);
    }

    @Provide
    Arbitrary<double[]> workers() {
        return path(0.2, 0.6, 2, 3);
    }

    private static Arbitrary<double[]> path(double from, double to, int least, int most) {
        Arbitrary<Double> step = Arbitraries.doubles().between(-0.05, 0.15).ofScale(3);
        return Combinators.combine(
                        Arbitraries.doubles().between(from, to).ofScale(3),
                        step.list().ofMinSize(least).ofMaxSize(most))
                .as((first, steps) -> {
                    double[] path = new double[steps.size()];
                    double x = Math.log(first / (1 - first));
                    for (int i = 0; i < path.length; i++) {
                        x += steps.get(i);
                        path[i] = 100 / (1 + Math.exp(-x));
                    }
                    return path;
                });
    }

    @Property(tries = 100)
    void whereverAFigureComesTheLineHasTheSignOfItsSurpriseAndOnlyAPeriodThatPassesIsTime(
            @ForAll("firms") double[] firms,
            @ForAll("workers") double[] workers,
            @ForAll @DoubleRange(min = 10, max = 70) double figure,
            @ForAll boolean ahead) {
        int at = ahead ? firms.length + 1 : firms.length - 1;
        Assumptions.assumeThat(at).isGreaterThan(2 * workers.length - 2);
        News news = pool(firms, workers)
                .comes(WORKERS, "TOTAL", "RPS", quarter(at), figure)
                .of("penetration.pooled", "workers.any_use");

        boolean passes = at > firms.length - 1;
        assertThat(news.lines().stream().anyMatch(l -> l.kind() == Kind.PASSING_OF_TIME))
                .isEqualTo(passes);
        NewsLine its = line(news, Kind.NEW_FIGURES);
        double surprise = Objects.requireNonNull(its.surprise());
        if (Math.abs(surprise) > 1e-3) {
            assertThat(Math.signum(its.impact())).isEqualTo(Math.signum(surprise));
            assertThat(its.gain()).isBetween(0.0, 1.0);
        }
        double sum = news.lines().stream().mapToDouble(NewsLine::impact).sum();
        assertThat(sum).isCloseTo(news.change(), within(1e-10));
    }

    @Property(tries = 60)
    void aLateFigureIsExpectedFromWhatCameAfterItToo(
            @ForAll("firms") double[] firms, @ForAll @DoubleRange(min = 1, max = 60) double figure) {
        int missing = firms.length - 3;
        Case pool = new Case(new PooledEstimator(SHIPPED))
                .held(WORKERS, "TOTAL", "RPS", quarter(0), 30)
                .held(WORKERS, "TOTAL", "RPS", quarter(2), 31);
        for (int i = 0; i < firms.length; i++) {
            if (i == missing) {
                pool.comes(FIRMS, "TOTAL", "CENSUS_BTOS", quarter(i), figure);
            } else {
                pool.held(FIRMS, "TOTAL", "CENSUS_BTOS", quarter(i), firms[i]);
            }
        }

        FigureId late = new FigureId(new SeriesId(FIRMS, "US", "TOTAL", "CENSUS_BTOS"), Period.parse(quarter(missing)));
        double forecast = Objects.requireNonNull(new PooledEstimator(SHIPPED)
                .outlook(pool.figures(false), new Outlook.Question(Map.of(), List.of(late)))
                .figures()
                .get(late));
        assertThat(forecast)
                .isBetween(
                        0.9 * Math.min(firms[missing - 1], firms[missing + 1]),
                        1.1 * Math.max(firms[missing - 1], firms[missing + 1]));
        assertThat(pool.news())
                .allSatisfy(
                        n -> assertThat(n.lines()).extracting(NewsLine::kind).doesNotContain(Kind.PASSING_OF_TIME));
    }

    @Test
    void aContrastThatComesInAsItsStateExpectsIsTimeAndNothingElse() {
        Case contrast = new Case(Several.contrasts(SHIPPED));
        String exposed = "INDEED:software-development";
        for (int week = 0; week < 12; week++) {
            String friday = Period.trailing(
                            7, java.time.LocalDate.of(2026, 1, 2).plusWeeks(week))
                    .label();
            postings(contrast, exposed, friday, 100 - week, week == 11);
        }
        Estimate before = contrast.estimator.estimates(contrast.figures(false)).stream()
                .filter(e ->
                        e.key().sector().equals(exposed) && e.key().measure().equals(GroupContrasts.GAP))
                .findFirst()
                .orElseThrow();
        FigureId next = contrast.all.stream()
                .map(ValueChange::figure)
                .filter(f -> f.series().sector().equals(exposed))
                .reduce((a, b) -> b)
                .orElseThrow();
        Outlook outlook = contrast.estimator.outlook(
                contrast.figures(false), new Outlook.Question(Map.of(before.key(), next.period()), List.of(next)));

        // The figure that makes the gap what it was carried to.
        double carried = Objects.requireNonNull(outlook.levels().get(before.key()));
        assertThat(100 * Math.log(Objects.requireNonNull(outlook.figures().get(next)) / 100))
                .isCloseTo(carried, within(1e-9));
        assertThat(carried).isLessThan(before.level(Horizon.P0D).orElseThrow());
        News news = contrast.news().stream()
                .filter(n -> n.key().equals(before.key()))
                .findFirst()
                .orElseThrow();
        assertThat(line(news, Kind.PASSING_OF_TIME).impact())
                .isCloseTo(carried - before.level(Horizon.P0D).orElseThrow(), within(1e-9));
    }

    private static void postings(Case contrast, String exposed, String friday, double index, boolean comes) {
        List<String> sectors = new ArrayList<>(Objects.requireNonNull(Objects.requireNonNull(
                                SHIPPED.recipes().measures().recipes().get("postings"))
                        .groups())
                .unexposed());
        for (String sector : sectors) {
            if (comes) {
                contrast.comes("labour.postings.total_sa", sector, "INDEED_POSTINGS", friday, 100);
            } else {
                contrast.held("labour.postings.total_sa", sector, "INDEED_POSTINGS", friday, 100);
            }
        }
        if (comes) {
            contrast.comes("labour.postings.total_sa", exposed, "INDEED_POSTINGS", friday, index);
        } else {
            contrast.held("labour.postings.total_sa", exposed, "INDEED_POSTINGS", friday, index);
        }
    }

    @Test
    void aGapExpectsNominalDemandToGrowWithPricesAsItsStatesDo() {
        Case gap = new Case(new GapEstimator(SHIPPED));
        for (int month = 0; month < 60; month++) {
            boolean comes = month == 59;
            put(gap, comes, "supply.industry.production", month, 100 * Math.pow(1.02, month / 12.0));
            put(gap, comes, "supply.capacity.utilisation", month, 80);
            put(gap, comes, "demand.retail.sales", month, 500 * Math.pow(1.02 * 1.05, month / 12.0));
            put(gap, comes, "prices.pce.all", month, 100 * Math.pow(1.05, month / 12.0));
        }

        News news = gap.of("demand_gap", "retail.pce_all");

        // Steady growth and steady prices surprise by less than a fifth of what lasting values would.
        news.lines().stream().filter(l -> l.kind() == Kind.NEW_FIGURES).forEach(l -> assertThat(
                        Math.abs(Objects.requireNonNull(l.surprise()) / Objects.requireNonNull(l.actual())))
                .isLessThan(0.2 * (Math.pow(1.02 * 1.05, 1 / 12.0) - 1)));
        assertThat(line(news, Kind.PASSING_OF_TIME)).isNotNull();
    }

    private static void put(Case gap, boolean comes, String indicator, int month, double value) {
        String period = "%d-%02d".formatted(2018 + month / 12, 1 + month % 12);
        if (comes) {
            gap.comes(indicator, "TOTAL", "FRED_MD", period, value);
        } else {
            gap.held(indicator, "TOTAL", "FRED_MD", period, value);
        }
    }
}
