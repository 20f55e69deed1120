package org.tidemark.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.judge.InnovationScreen.Known;
import org.tidemark.series.Period;

/** How far a new figure may be from what its own series led to expect. */
class InnovationScreenTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final String SHARE = "adoption.firms.any_use";
    private static final String INDEX = "labour.postings.total_sa";
    private static final String LEVEL = "labour.unemployment.rate";

    private static InnovationScreen screen(String indicator) {
        JudgingRules rules = CATALOGUE.recipes().releases().judging().orElseThrow();
        return new InnovationScreen(rules, CATALOGUE.indicator(indicator).orElseThrow());
    }

    /** Years up to 2024, the last value the newest. */
    private static List<Known> years(Double... values) {
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            known.add(new Known(Period.parse(Integer.toString(2025 - values.length + i)), values[i]));
        }
        Collections.reverse(known);
        return known;
    }

    private static Double[] values(String text) {
        return Arrays.stream(text.split(" ")).map(Double::valueOf).toArray(Double[]::new);
    }

    private static Optional<Innovation> next(String indicator, String past, double value) {
        return screen(indicator).screen("TOTAL", Period.parse("2025"), value, years(values(past)));
    }

    @Test
    void theHundredthOfAForecastIsFarBeyondItsBoundAndToldWithIt() {
        Innovation slip = next(SHARE, "14.1 16.2 18.4 20.9 23.0", 0.252).orElseThrow();

        assertThat(slip.outOfRange()).isTrue();
        assertThat(slip.forecast()).isBetween(22.99, 23.01);
        assertThat(slip.sentence())
                .contains("TOTAL 2025 is 0.2520, forecast 23.00")
                .contains("off by 4.77")
                .contains("bound 2.0");
    }

    /** A16Z, tokens at a fixed level of capability: from 60 dollars to 6 cents a million in three years. */
    @Test
    void acrossAGapOfYearsAFallByAThousandIsInRange() {
        Known known = new Known(Period.parse("2021-11"), 60.0);

        assertThat(screen("cost.tokens.mmlu42_level").screen("TOTAL", Period.parse("2024-11"), 0.06, List.of(known)))
                .get()
                .matches(i -> !i.outOfRange());
        assertThat(screen("cost.tokens.mmlu42_level").screen("TOTAL", Period.parse("2021-12"), 0.06, List.of(known)))
                .get()
                .matches(Innovation::outOfRange);
    }

    @ParameterizedTest
    @CsvSource({
        // What followed: growth, a standstill, a fall back, a doubling of a small share (Sweden, 2024).
        "14.1 16.2 18.4 20.9 23.0, 25.2",
        "14.1 16.2 18.4 20.9 23.0, 23.0",
        "14.1 16.2 18.4 20.9 23.0, 14.0",
        "9.9 10.37, 25.09",
        "23.89, 15.17",
        // A slip of ten with one figure behind it is not told from a take-off.
        "2.3, 23.0"
    })
    void whatDiffusionDoesIsInRange(String past, double value) {
        assertThat(next(SHARE, past, value)).get().matches(i -> !i.outOfRange());
    }

    @ParameterizedTest
    @CsvSource({
        "23.0, 0.23",
        "0.5, 50",
        "14.1 16.2 18.4 20.9 23.0, 2.52",
        "14.1 16.2 18.4 20.9 23.0, 0",
        "1.1 1.2 1.3 1.4 1.5 1.6, 16.5"
    })
    void aSlipOfTheUnitOrThePointIsNot(String past, double value) {
        assertThat(next(SHARE, past, value)).get().matches(Innovation::outOfRange);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10000, true",
        "100, 1, true",
        "100 101 99 100 102, 10.1, true",
        "100 101 99 100 102, 70, false",
        "100 101 99 100 102 100 101 99 100 102 100 101, 75, false"
    })
    void anIndexIsHeldAgainstItsRatios(String past, double value, boolean out) {
        assertThat(next(INDEX, past, value)).get().matches(i -> i.outOfRange() == out);
    }

    @ParameterizedTest
    @CsvSource({
        // April 2020 was true.
        "3.6 3.6 3.6 3.7 3.5 3.6 3.5 3.5 3.5 3.6 3.5 3.5 4.4, 14.7, false",
        "3.6 3.6 3.6 3.7 3.5 3.6 3.5 3.5 3.5 3.6 3.5 3.5 3.6, 36, true",
        "3.6 3.5, 360, true",
        "0.001 -0.1, 10, false"
    })
    void aLevelIsOutWhereItIsFarAboveAllOfThePast(String past, double value, boolean out) {
        assertThat(next(LEVEL, past, value).filter(Innovation::outOfRange).isPresent())
                .isEqualTo(out);
    }

    @Test
    void aRestlessSeriesIsAllowedMoreThanAQuietOne() {
        double quiet = next(SHARE, "10 10 10 10 10 10 10", 10).orElseThrow().bound();
        double restless = next(SHARE, "10 20 10 20 10 20 10", 10).orElseThrow().bound();

        assertThat(restless).isGreaterThan(quiet);
    }

    @Test
    void figuresOfAnotherLengthSayNothing() {
        List<Known> months = List.of(new Known(Period.parse("2024-12"), 0.2));

        assertThat(screen(SHARE).screen("TOTAL", Period.parse("2025"), 23, months))
                .isEmpty();
        assertThat(screen(SHARE).screen("TOTAL", Period.parse("2025"), 23, List.of()))
                .isEmpty();
    }

    @Test
    void afterAGapMoreMayHaveHappened() {
        List<Known> old = List.of(new Known(Period.parse("2006"), 1.0), new Known(Period.parse("2005"), 1.0));
        List<Known> fresh = List.of(new Known(Period.parse("2024"), 1.0), new Known(Period.parse("2023"), 1.0));
        Period now = Period.parse("2025");

        assertThat(screen(SHARE).screen("TOTAL", now, 10, old).orElseThrow().bound())
                .isGreaterThanOrEqualTo(screen(SHARE)
                        .screen("TOTAL", now, 10, fresh)
                        .orElseThrow()
                        .bound());
    }

    @Test
    void theSameIsNearAndTheOldLevelIsNot() {
        Innovation slip = next(SHARE, "14.1 16.2 18.4 20.9 23.0", 0.252).orElseThrow();

        assertThat(screen(SHARE).isNear(slip, 0.24)).isTrue();
        assertThat(screen(SHARE).isNear(slip, 23.0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // A rate that keeps away from 0: its hundredth is a slip; a tenth may be true, and so may a standstill.
        "4.1 4.0 3.9 3.8 3.7 3.6 3.7 3.8 3.9 4.0 4.1 4.2, 0.042, true",
        "4.1 4.0 3.9 3.8 3.7 3.6 3.7 3.8 3.9 4.0 4.1 4.2, 0, false",
        "4.1 4.0 3.9 3.8 3.7 3.6 3.7 3.8 3.9 4.0 4.1 4.2, 0.42, false",
        "4.1 4.2, 0.041, true",
        "4.1, 0.041, false",
        // Falls as well as rises: nothing says that the next is not near 0.
        "2.1 -1.0 0.4 1.2 2.2 1.9 -0.5 0.3 1.1 2.0 1.7, 0.017, false",
        // Growth that turns into a fall.
        "3.1 3.0 2.9 2.8 2.7 2.6 2.5 2.4 2.3 2.2 2.1, -0.3, false",
        "-3.1 -3.0 -2.9 -2.8 -2.7 -2.6 -2.5 -2.4 -2.3 -2.2 -2.1, -0.02, true"
    })
    void ofALevelThatKeepsAwayFromZeroTheHundredthIsOutOfRange(String past, double value, boolean out) {
        assertThat(next(LEVEL, past, value).filter(Innovation::outOfRange).isPresent())
                .isEqualTo(out);
    }
}
