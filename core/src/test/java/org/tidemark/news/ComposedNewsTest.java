package org.tidemark.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.figures.RecordedFigures;
import org.tidemark.news.ComposedNews.Moved;
import org.tidemark.news.NewsLine.Kind;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class ComposedNewsTest {
    private static final Instant BEFORE = Instant.parse("2024-01-31T12:00:00Z");
    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final EstimateKey KEY = new EstimateKey("US", "TOTAL", "demand_gap", "test");

    /** Of the newest month that both have: the first times the second, and how long both are. */
    private static final class Product implements Estimator {
        private final List<String> indicators;

        Product(String... indicators) {
            this.indicators = List.of(indicators);
        }

        @Override
        public Set<String> measures() {
            return Set.of(KEY.measure());
        }

        @Override
        public boolean reads(String indicator) {
            return indicators.contains(indicator);
        }

        @Override
        public List<Estimate> estimates(EconomyFigures figures) {
            double value = 1;
            Period newest = null;
            for (String indicator : indicators) {
                FigureSeries series = figures.series(indicator, "TOTAL").orElse(null);
                if (series == null || series.figures().isEmpty()) {
                    return List.of();
                }
                double mean = series.figures().stream()
                        .mapToDouble(f -> f.value())
                        .average()
                        .orElseThrow();
                value *= mean
                        + series.newest().orElseThrow().value()
                                / series.figures().size();
                Period last = series.newest().orElseThrow().period();
                newest = newest == null || last.midYear() > newest.midYear() ? last : newest;
            }
            return List.of(estimate(value, "product/1", Objects.requireNonNull(newest)));
        }
    }

    private static Estimate estimate(double value, String model, Period period) {
        Banded band = new Banded(value, value, value, value, value);
        return new Estimate(
                KEY, NOW, period, 1, "", model, "percent", List.of(new HorizonValue(Horizon.P0D, band, 0.5)), null);
    }

    private static FigureId figure(String indicator, String month) {
        return new FigureId(new SeriesId(indicator, "US", "TOTAL", "FRED"), Period.parse(month));
    }

    private static CurrentValue belief(@Nullable Double value, Instant since) {
        return value == null ? CurrentValue.NONE : new CurrentValue(value, null, since);
    }

    private static ValueChange change(String indicator, String month, @Nullable Double before, @Nullable Double after) {
        return new ValueChange(
                figure(indicator, month),
                belief(before, BEFORE),
                belief(after, NOW),
                new BatchId("FRED", "2024-02", NOW, "00"),
                false);
    }

    /** Fills what is held before or after changes of figures that are all there are. */
    private static HeldFigures held(List<ValueChange> changes, boolean after, @Nullable String only) {
        HeldFigures held = new HeldFigures("US");
        for (ValueChange c : changes) {
            CurrentValue belief = after ? c.after() : c.before();
            if (belief.since() != null
                    && (only == null || only.equals(c.figure().series().indicator()))) {
                held.put(c.figure(), belief.value(), null, belief.since());
            }
        }
        return held;
    }

    private static List<News> news(Estimator estimator, List<ValueChange> all, List<ValueChange> told) {
        List<Estimate> before = estimator.estimates(held(all, false, null));
        RecordedFigures asked = new RecordedFigures(held(all, true, null));
        List<Estimate> after = estimator.estimates(asked);
        if (before.isEmpty() || after.isEmpty() || !News.isMove(before.get(0), after.get(0))) {
            return List.of();
        }
        BiConsumer<String, HeldFigures> beliefs = (indicator, into) -> all.stream()
                .filter(c -> c.figure().series().indicator().equals(indicator)
                        && c.after().since() != null)
                .forEach(c -> into.put(c.figure(), c.after().value(), null, NOW));
        return new ComposedNews(estimator, NOW, asked, Cells.RULES)
                .of(List.of(new Moved(before.get(0), after.get(0))), told, beliefs);
    }

    @Provide
    Arbitrary<List<ValueChange>> changes() {
        Arbitrary<Double> value =
                Arbitraries.doubles().between(-50, 50).ofScale(2).injectNull(0.3);
        return Combinators.combine(
                        Arbitraries.of("demand.a", "demand.b"),
                        Arbitraries.integers().between(1, 9),
                        value,
                        value)
                .as((indicator, month, before, after) -> change(indicator, "2023-0" + month, before, after))
                .list()
                .uniqueElements(ValueChange::figure)
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void whateverHappensTheLinesMakeTheChangeInAnyOrderOfTheFigures(
            @ForAll("changes") List<ValueChange> changes, @ForAll Random random) {
        Estimator estimator = new Product("demand.a", "demand.b");
        List<ValueChange> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);

        List<News> news = news(estimator, changes, changes);

        assertThat(news).allSatisfy(n -> assertThat(
                        n.lines().stream().mapToDouble(NewsLine::impact).sum())
                .isCloseTo(
                        n.change(), within(1e-12 * Math.max(1, Math.max(Math.abs(n.before()), Math.abs(n.after()))))));
        assertThat(news(estimator, shuffled, shuffled)).isEqualTo(news);
    }

    @Test
    void aNewMonthIsSplitAmongItsSeriesByWhatEachSaidBeyondItsLastValue() {
        List<ValueChange> changes = List.of(
                change("demand.a", "2023-12", 4.0, 4.0),
                change("demand.b", "2023-12", 2.0, 2.0),
                change("demand.a", "2024-01", null, 5.0),
                change("demand.b", "2024-01", null, 2.0));

        News news = news(new Product("demand.a", "demand.b"), changes, changes).get(0);

        NewsLine a = news.lines().stream()
                .filter(l -> "demand.a".equals(l.indicator()))
                .findFirst()
                .orElseThrow();
        assertThat(a.kind()).isEqualTo(Kind.NEW_FIGURES);
        assertThat(a.forecast()).isEqualTo(4.0);
        assertThat(a.actual()).isEqualTo(5.0);
        assertThat(a.gain()).isCloseTo(a.impact(), within(1e-15));
        // The second said what it had said before.
        assertThat(news.lines()).extracting(NewsLine::indicator).doesNotContain("demand.b");
        assertThat(news.lines()).extracting(NewsLine::kind).contains(Kind.PASSING_OF_TIME);
    }

    @Test
    void whatIsNotReadIsNotTold() {
        List<ValueChange> changes =
                List.of(change("demand.a", "2023-12", 4.0, 5.0), change("demand.b", "2023-12", 2.0, 3.0));

        News news = news(new Product("demand.a"), changes, changes).get(0);

        assertThat(news.lines()).extracting(NewsLine::indicator).containsExactly("demand.a");
        assertThat(news.lines().get(0).impact()).isEqualTo(news.change());
    }

    @Test
    void groupsBeyondTheBoundAreToldTogether() {
        List<ValueChange> changes = new ArrayList<>();
        List<String> indicators = new ArrayList<>();
        for (int i = 0; i < ComposedNews.GROUPS_MAX + 3; i++) {
            indicators.add("demand.i%02d".formatted(i));
            changes.add(change(indicators.get(i), "2023-12", 1.0, 1.1));
        }

        News news = news(new Product(indicators.toArray(String[]::new)), changes, changes)
                .get(0);

        assertThat(news.lines()).hasSize(ComposedNews.GROUPS_MAX);
        NewsLine others = news.lines().get(ComposedNews.GROUPS_MAX - 1);
        assertThat(others.kind()).isEqualTo(Kind.OTHERS);
        assertThat(others.figures()).isEqualTo(4);
        assertThat(others.release()).isEqualTo("2024-02");
    }

    @Test
    void anotherMethodIsTheFirstLine() {
        List<ValueChange> changes = List.of(change("demand.a", "2023-12", 4.0, 5.0));
        RecordedFigures asked = new RecordedFigures(held(changes, true, null));
        Estimator estimator = new Product("demand.a");
        Estimate after = estimator.estimates(asked).get(0);

        List<News> news = new ComposedNews(estimator, NOW, asked, Cells.RULES)
                .of(
                        List.of(new Moved(estimate(6, "product/0", Period.parse("2023-12")), after)),
                        changes,
                        (indicator, into) -> into.put(changes.get(0).figure(), 5.0, null, NOW));

        assertThat(news.get(0).lines())
                .extracting(NewsLine::kind, NewsLine::impact)
                .containsExactly(tuple(Kind.PARAMETERS, 2.0), tuple(Kind.REVISIONS, 2.0));
    }

    @Test
    void aFigureOnTheOtherSideOfAKnownBreakIsNotToldAsNewsOfTheEconomy() {
        SeriesId postings = new SeriesId("labour.postings.index", "US", "TOTAL", "INDEED_POSTINGS");
        ValueChange restated = new ValueChange(
                new FigureId(postings, Period.parse("2024-10")),
                new CurrentValue(100.0, null, Instant.parse("2024-11-01T00:00:00Z")),
                new CurrentValue(104.0, null, Instant.parse("2024-11-20T00:00:00Z")),
                new BatchId("INDEED_POSTINGS", "r", NOW, "00"),
                false);

        List<News> news = news(new Product(postings.indicator()), List.of(restated), List.of(restated));

        assertThat(news.get(0).lines()).extracting(NewsLine::kind).containsExactly(Kind.BREAK);
    }

    @Property(tries = 300)
    void noTimePassesWhereTheNewestPeriodStays(@ForAll("changes") List<ValueChange> changes) {
        List<ValueChange> all = new ArrayList<>(changes);
        all.add(change("demand.a", "2024-01", 1.0, 1.0));

        for (News n : news(new Product("demand.a", "demand.b"), all, all)) {
            assertThat(n.lines()).extracting(NewsLine::kind).doesNotContain(Kind.PASSING_OF_TIME);
        }
    }
}
