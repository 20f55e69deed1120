package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is kept from one evaluation to the next leaves no trace: an estimator that has seen much says what a new one says. */
class CourseProperties {
    private static final LocalDate FIRST = LocalDate.parse("1999-12-01");
    private static final String TWO = "indicators: { a: 'prices.ppi.metals', b: 'prices.ppi.commodities' }";
    private static final String ONE = "indicators: { a: 'prices.ppi.metals' }";
    private static final String MANY = "indicators: { a: 'prices.ppi.metals@NAICS:*' }";
    private static final List<String> RECIPES = List.of(
            compared("log(prices.ppi.metals)", "log(prices.ppi.commodities)", "log_points", "{ tell: difference }"),
            compared("log(prices.ppi.metals)", "log(prices.ppi.commodities)", "ratio", "{ tell: ratio }"),
            compared(
                    "growth(prices.ppi.metals)",
                    "growth(prices.ppi.commodities)",
                    "probability",
                    "{ tell: conjunction }"),
            compared("change(prices.ppi.metals)", "change(prices.ppi.commodities)", "points", "{ tell: speed }"),
            "kind: shares, " + TWO + ", unit: points, settings: { tell: hhi }",
            "kind: shares, " + TWO + ", unit: percent, settings: { tell: churn, first: 1 }",
            "kind: shares, " + TWO + ", unit: per_year, settings: { tell: drift, years_back: 0.1 }",
            "kind: shares, " + MANY + ", unit: nats, since: 2000, settings: { tell: entropy }",
            "kind: leadlag, " + TWO + ", unit: years, settings: { most: 3 }",
            "kind: leadlag, " + TWO + ", unit: years, every: month, gather: max",
            "kind: events, " + ONE + ", unit: events_per_day",
            "kind: events, " + ONE + ", unit: events_per_month, every: month, gather: count",
            "kind: events, " + TWO + ", unit: events_per_day, "
                    + "priors: { delay: { mean: 0.05, sd: 0.01, unit: years, citation: made } }",
            "kind: across, " + MANY + ", unit: ratio, settings: { tell: cv, years_back: 0.1 }",
            "kind: rate, " + ONE + ", unit: percent_per_year, every: quarter, gather: mean",
            "kind: frontier, " + ONE + ", unit: points_per_year, window_years: 1, settings: { tell: slope, of: all }",
            "kind: compose, " + TWO + ", unit: points, settings: { how: sum }");

    private static String compared(String one, String other, String unit, String settings) {
        return "kind: compare, indicators: { a: '%s', b: '%s' }, unit: %s, settings: %s"
                .formatted(one, other, unit, settings);
    }

    /** Series that are added to, revised and cut at random places. */
    private static final class History {
        private final Random random;
        private final List<String> ids;
        private final List<TreeMap<LocalDate, Figure>> series;

        private History(long seed, List<String> ids, int length) {
            random = new Random(seed);
            this.ids = ids;
            series = ids.stream().map(id -> new TreeMap<LocalDate, Figure>()).toList();
            for (int i = 0; i < length; i++) {
                putAll(i);
            }
        }

        private void putAll(int day) {
            for (int which = 0; which < series.size(); which++) {
                put(which, day);
            }
        }

        private void put(int which, int day) {
            LocalDate start = FIRST.plusMonths(day);
            // Now and then one that has no logarithm.
            double value = random.nextInt(60) == 0 ? -1 : 50 + day * 0.1 + random.nextGaussian();
            series.get(which).put(start, new Figure(Period.day(start), value, null, Instant.EPOCH));
        }

        private void change() {
            int which = random.nextInt(series.size());
            TreeMap<LocalDate, Figure> its = series.get(which);
            int place = its.isEmpty() ? 0 : Math.max(0, its.size() - 1 - (int) Math.abs(random.nextGaussian() * 20));
            switch (random.nextInt(4)) {
                case 0 -> put(which, place);
                case 1 -> its.remove(FIRST.plusMonths(place));
                default -> putAll(its.size());
            }
        }

        /** The objects are kept, as they are in the engine, or made anew. */
        private HeldFigures figures(boolean anew) {
            HeldFigures held = new HeldFigures("WORLD");
            for (int which = 0; which < ids.size(); which++) {
                String[] id = ids.get(which).split("@", -1);
                List<Figure> all = new ArrayList<>();
                series.get(which)
                        .values()
                        .forEach(f -> all.add(anew ? new Figure(f.period(), f.value(), null, f.since()) : f));
                Instant known = FIRST.plusMonths(all.size()).atStartOfDay().toInstant(ZoneOffset.UTC);
                held.put(new FigureSeries(new SeriesId(id[0], "WORLD", id[1], "MADE"), all, known));
            }
            return held;
        }
    }

    @Property(tries = 20)
    void anEstimatorThatHasSeenMuchSaysWhatANewOneSays(
            @ForAll long seed,
            @ForAll @IntRange(max = 16) int which,
            @ForAll @IntRange(min = 1, max = 140) int length) {
        Catalogue catalogue = catalogue(which);
        MeasureEstimator experienced = only(catalogue);
        History history = new History(seed, ids(which), length);
        for (int i = 0; i < 25; i++) {
            history.change();
            List<Estimate> fresh = only(catalogue).estimates(history.figures(true));

            assertThat(experienced.estimates(history.figures(i % 2 == 0))).isEqualTo(fresh);
        }
    }

    @Test
    void everyRecipeOfThisTestSaysANumber() {
        for (int which = 0; which < RECIPES.size(); which++) {
            HeldFigures figures = new History(1, ids(which), 140).figures(true);

            assertThat(only(catalogue(which)).estimates(figures))
                    .as(RECIPES.get(which))
                    .singleElement()
                    .satisfies(estimate -> assertThat(estimate.withheld()).isNull());
        }
    }

    private static Catalogue catalogue(int which) {
        return Made.catalogue("made: { title: Made, scope: WORLD, " + RECIPES.get(which) + " }");
    }

    private static List<String> ids(int which) {
        return RECIPES.get(which).contains("@NAICS")
                ? IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> "prices.ppi.metals@NAICS:" + (10 + i))
                        .toList()
                : List.of("prices.ppi.metals@TOTAL", "prices.ppi.commodities@TOTAL");
    }

    private static MeasureEstimator only(Catalogue catalogue) {
        return MeasureEstimator.ofEconomies(catalogue).stream()
                .filter(e -> e.recipe().id().equals("made"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noisesAreLearntFromSizesOfAGridThatIsFixed() {
        assertThat(List.of(1, 64, 65, 67, 68, 99, 100, 264, 800))
                .map(Learnt::from)
                .containsExactly(1, 64, 64, 64, 68, 95, 100, 252, 780);
    }
}
