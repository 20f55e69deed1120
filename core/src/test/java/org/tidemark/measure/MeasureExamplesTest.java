package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;

/** Each kind by hand. */
class MeasureExamplesTest {
    private static Estimate made(String recipe, List<Made.Row> rows) {
        return Made.estimate(Made.catalogue("mine: " + recipe), "mine", rows);
    }

    private static List<Made.Row> years(String indicator, int first, double... values) {
        List<Made.Row> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            rows.add(Made.Row.of(indicator, String.valueOf(first + i), values[i]));
        }
        return rows;
    }

    private static double value(Estimate e) {
        return e.levels().get(0).band().value();
    }

    @Test
    void aConstantRatioHasNoSpeedAndNoBand() {
        List<Made.Row> rows = new ArrayList<>(years("trade.a", 2010, 20, 40, 20, 60));
        rows.addAll(years("trade.b", 2010, 10, 20, 10, 30));

        Estimate e = made(
                "{ kind: compare, unit: ratio, indicators: { a: log(trade.a), b: log(trade.b) }, settings: { tell: ratio } }",
                rows);

        assertThat(value(e)).isCloseTo(2, within(1e-12));
        assertThat(e.levels().get(0).band().upper95()).isCloseTo(2, within(1e-6));
    }

    @Test
    void aRatioToWhatMayBeNothingIsNone() {
        List<Made.Row> rows = new ArrayList<>(years("supply.a", 2010, 5, 6, 5, 6, 5));
        rows.addAll(years("supply.b", 2010, 1, -1, 1, -1, 1));

        Estimate e = made(
                "{ kind: compare, unit: ratio, indicators: { a: supply.a, b: supply.b }, settings: { tell: ratio } }",
                rows);

        assertThat(e.withheld())
                .startsWith("part b:")
                .contains("within three standard errors")
                .contains("a ratio to it says nothing");
    }

    @Test
    void threeCommonPeriodsAreTooFewForALevelThatAsksForFour() {
        List<Made.Row> rows = new ArrayList<>(years("trade.a", 2010, 1, 2, 3, 4));
        rows.addAll(years("trade.b", 2011, 1, 2, 3, 4));

        Estimate e = made("{ kind: compare, unit: x, fewest: 4, indicators: { a: trade.a, b: trade.b } }", rows);

        assertThat(e.withheld()).isEqualTo("3 periods that both parts have; at least 4 are needed");
    }

    @Test
    void outputThatGrowsWhileJobsFallIsJoblessGrowth() {
        List<Made.Row> rows = new ArrayList<>(years("supply.g", 2000, 2, 2.1, 1.9, 2, 2.1, 2, 1.9, 2));
        rows.addAll(years("labour.n", 2000, -1, -1.1, -0.9, -1, -1.1, -1, -0.9, -1));

        Estimate e = made(
                "{ kind: compare, unit: probability, indicators: { g: supply.g, n: labour.n }, settings: { tell: conjunction } }",
                rows);

        assertThat(value(e)).isGreaterThan(0.99);
        assertThat(Made.term(e, "periods_held")).isEqualTo(8);
    }

    @Test
    void equalPartsHaveAsManyEffectiveNumbersAsThereAre() {
        List<Made.Row> rows = new ArrayList<>();
        for (String firm : List.of("A", "B", "C", "D")) {
            rows.add(new Made.Row("trade.a", "FIRM:" + firm, "2020", 5));
            rows.add(new Made.Row("trade.a", "FIRM:" + firm, "2021", 5));
        }

        Estimate e = made("{ kind: shares, unit: points, indicators: { f: 'trade.a@FIRM:*' } }", rows);

        assertThat(value(e)).isCloseTo(2500, within(1e-9));
        assertThat(Made.term(e, "effective_number")).isCloseTo(4, within(1e-9));
    }

    @Test
    void ofALeaderAloneOnlyBoundsAreTold() {
        Estimate e = made(
                "{ kind: shares, unit: points, indicators: { google: market.x }, settings: { whole: '100' } }",
                years("market.x", 2024, 90));

        assertThat(e.levels().get(0).band().lower95()).isCloseTo(8100, within(1e-6));
        assertThat(e.levels().get(0).band().upper95()).isCloseTo(8200, within(1e-6));
    }

    @Test
    void aPriceThatHalvesEachYearFallsByFiftyPercent() {
        Estimate e = made(
                "{ kind: rate, unit: percent_per_year, indicators: { p: trade.p } }",
                years("trade.p", 2010, 64, 32, 16, 8, 4, 2));

        assertThat(value(e)).isCloseTo(-50, within(0.1));
        assertThat(Made.term(e, "halving_years")).isCloseTo(1, within(1e-3));
    }

    @Test
    void aLevelThatIsReachedInFourDoublingsIsReachedInFourYears() {
        Estimate e = made(
                "{ kind: rate, unit: year, indicators: { p: trade.p }, settings: { tell: crossing, level: '1024' } }",
                years("trade.p", 2010, 1, 2.01, 3.99, 8.02, 16.01, 31.9, 64));

        assertThat(value(e)).isCloseTo(2020.5, within(0.2));
    }

    @Test
    void aNoisySeriesGetsNoDateThatNobodyCouldUse() {
        Estimate e = made(
                "{ kind: rate, unit: year, indicators: { p: trade.p }, settings: { tell: crossing, level: '1.0e9' } }",
                years("trade.p", 2010, 1, 9, 2, 30, 4, 40, 5));

        assertThat(e.withheld()).contains("wider than 15.0 years").contains("no date can be told");
    }

    @Test
    void twoConditionsTogetherLieWithinFrechetsBounds() {
        List<Made.Row> rows = new ArrayList<>(years("policy.a", 2020, 0.7));
        rows.addAll(years("policy.b", 2020, 0.6));

        Estimate e = made(
                "{ kind: compose, unit: probability, indicators: { a: policy.a, b: policy.b }, settings: { how: conjunction } }",
                rows);

        assertThat(value(e)).isCloseTo(0.42, within(1e-12));
        assertThat(e.levels().get(0).band().lower95()).isCloseTo(0.3, within(1e-12));
        assertThat(e.levels().get(0).band().upper95()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void aCompositionRestsOnOtherRecipesInWhateverOrderTheyAreWritten() {
        String recipes =
                """
                a_whole: { kind: compose, unit: percent_per_year, indicators: { one: 'estimate:rate/z_one', two: 'estimate:rate/y_two' }, settings: { how: sum } }
                z_one: { kind: rate, unit: percent_per_year, indicators: { p: trade.p } }
                y_two: { kind: rate, unit: percent_per_year, indicators: { p: trade.q } }
                """;
        List<Made.Row> rows = new ArrayList<>(years("trade.p", 2010, 1, 2, 4, 8, 16, 32));
        rows.addAll(years("trade.q", 2010, 32, 16, 8, 4, 2, 1));

        Estimate e = Made.estimate(Made.catalogue(recipes), "a_whole", rows);

        assertThat(value(e)).isCloseTo(50, within(0.1));
    }

    @Test
    void aPartWithheldWithholdsWhatRestsOnIt() {
        String recipes =
                """
                whole: { kind: compose, unit: percent_per_year, indicators: { one: 'estimate:rate/one', two: trade.q }, settings: { how: product } }
                one: { kind: rate, unit: percent_per_year, indicators: { p: trade.p } }
                """;
        List<Made.Row> rows = new ArrayList<>(years("trade.p", 2010, 1, 2));
        rows.addAll(years("trade.q", 2010, 32));

        assertThat(Made.estimate(Made.catalogue(recipes), "whole", rows).withheld())
                .isEqualTo(
                        "part one: estimate rate/one has no number: 1 changes of a value above 0; at least 5 are needed");
    }

    /** By hand: of shares 0.6 +- 0.13 and 0.5 +- 0.1 the product has the variance (0.36 + 0.0169) (0.25 + 0.01) - 0.3 * 0.3. */
    @Test
    void theErrorOfAFigureWithoutOneIsAssumedAndWidensTheProduct() {
        String recipe =
                "{ kind: compose, unit: percent, indicators: { exposed: trade.a }, priors: { use: { mean: 50, sd: 10, unit: percent, citation: made }%s } }";

        Estimate exact = made(recipe.formatted(""), years("trade.a", 2020, 60));
        Estimate doubted = made(
                recipe.formatted(", exposed_error: { mean: 0, sd: 13, unit: percent, citation: made too }"),
                years("trade.a", 2020, 60));

        assertThat(Made.term(exact, "sd")).isCloseTo(6, within(1e-12));
        assertThat(Made.term(doubted, "sd")).isCloseTo(100 * Math.sqrt(0.3769 * 0.26 - 0.09), within(1e-12));
        assertThat(doubted.terms())
                .filteredOn(t -> t.name().equals("exposed"))
                .singleElement()
                .satisfies(t -> assertThat(t.source()).endsWith("; standard deviation assumed: made too"));
    }

    @Test
    void whatIsReportedLateCountsForMore() {
        List<Made.Row> rows = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rows.add(Made.Row.of("events.a", String.valueOf(2021 + i), i == 8 ? 50 : 100));
        }
        String late = "{ kind: events, unit: events, indicators: { a: events.a }%s }";

        double plain = value(made(late.formatted(""), rows));
        double delayed = value(
                made(late.formatted(", priors: { delay: { mean: 0.7, sd: 0.1, unit: years, citation: made } }"), rows));

        assertThat(plain).isLessThan(96);
        assertThat(delayed).isGreaterThan(plain + 1);
    }

    /** A Poisson alarm rings all year on such counts; over forty five-year spans this one rings fewer than once in each. */
    @Test
    void overDispersedIncidentsRaiseFewerThanOneFalseAlarmInFiveYears() {
        Random random = new Random(77);
        String recipe = "{ kind: events, unit: events, indicators: { a: events.a }, settings: { tell: rise } }";
        var catalogue = Made.catalogue("mine: " + recipe);
        int alarms = 0;
        int spans = 8;
        for (int span = 0; span < spans; span++) {
            List<Made.Row> rows = new ArrayList<>();
            boolean ringing = false;
            for (int month = 0; month < 84; month++) {
                rows.add(Made.Row.of(
                        "events.a", "%d-%02d".formatted(2015 + month / 12, 1 + month % 12), overDispersed(random)));
                if (month >= 24) {
                    boolean rings = value(Made.estimate(catalogue, "mine", rows)) > 0.9;
                    alarms += rings && !ringing ? 1 : 0;
                    ringing = rings;
                }
            }
        }

        assertThat((double) alarms / spans).isLessThan(1);
    }

    /** Mean 6 and a variance of 6.6 times that: a Poisson number of clusters of geometric size. */
    private static double overDispersed(Random random) {
        double gamma = 0;
        for (int i = 0; i < 1; i++) {
            gamma -= Math.log(1 - random.nextDouble());
        }
        double rate = 6.0 * gamma;
        double limit = Math.exp(-rate);
        int count = -1;
        for (double p = 1; p > limit; p *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }

    @Test
    void noiseOfTwoSeriesTellsNoLag() {
        Random random = new Random(3);
        List<Made.Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String quarter = "%d-Q%d".formatted(2010 + i / 4, 1 + i % 4);
            rows.add(Made.Row.of("supply.a", quarter, random.nextGaussian()));
            rows.add(Made.Row.of("supply.b", quarter, random.nextGaussian()));
        }

        Estimate e = made("{ kind: leadlag, unit: years, indicators: { a: supply.a, b: supply.b } }", rows);

        assertThat(Made.term(e, "told")).isZero();
        assertThat(e.levels().get(0).band().upper95() - e.levels().get(0).band().lower95())
                .isGreaterThan(1);
    }

    @Test
    void yearsUntilDecidedAreSixTimesTheVarianceOverTheSquareOfTheDifference() {
        double[] growth = new double[40];
        for (int i = 0; i < growth.length; i++) {
            growth[i] = 2 + (i % 2 == 0 ? 1.6 : -1.6) * Math.sqrt(39.0 / 40);
        }
        Estimate e = made(
                "{ kind: claims, unit: years, indicators: { g: supply.g }, priors: { a: { mean: 0.8, sd: 0, unit: x, citation: made }, b: { mean: 0.07, sd: 0, unit: x, citation: made } }, settings: { from: '2030', between: a b } }",
                years("supply.g", 1985, growth));

        assertThat(value(e)).isCloseTo(28.8, within(0.1));
    }
}
