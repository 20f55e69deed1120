package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class DivergenceTest {
    private static final int COUNTRIES = 24;

    /** Countries at 4 to 50 percent, and where they are half a year later. */
    private static PanelCase moved(DoubleUnaryOperator later) {
        PanelCase panel = new PanelCase();
        Random random = new Random(1);
        for (int i = 0; i < COUNTRIES; i++) {
            double before = 4 + 2.0 * i;
            panel.put(PanelCase.country(i), "2025-H1", before, "2025-11-30");
            double now = later.applyAsDouble(before) * (1 + 0.002 * random.nextGaussian());
            panel.put(PanelCase.country(i), "2025-H2", now, "2026-01-31");
        }
        return panel;
    }

    @Test
    void whoIsAheadAndGrowsByTheLargerFactorDivergesOnEveryScale() {
        PanelCase panel = moved(p -> p * (1 + p / 200));
        Estimate verdict = panel.estimate(Divergence.VERDICT);

        assertThat(panel.level(Divergence.VERDICT)).isGreaterThan(0.99);
        assertThat(panel.term(Divergence.VERDICT, "diverging")).isGreaterThan(0.99);
        assertThat(panel.term(Divergence.VERDICT, "converging")).isZero();
        assertThat(verdict.levels().get(0).pNegative()).isZero();
        assertThat(verdict.key().economy()).isEqualTo("WORLD");
        assertThat(verdict.key().sector()).isEqualTo(SeriesId.TOTAL);
        assertThat(verdict.key().concept()).isEqualTo("people.any_use");
        assertThat(verdict.period()).isEqualTo(Period.parse("2025-H2"));
        assertThat(verdict.asOf()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(verdict.inputs()).isEqualTo(2 * COUNTRIES);
    }

    @Test
    void whoIsBehindAndGainsMorePointsConvergesOnEveryScale() {
        PanelCase panel = moved(p -> p + (60 - p) / 10);

        assertThat(panel.level(Divergence.VERDICT)).isLessThan(-0.99);
        assertThat(panel.term(Divergence.VERDICT, "converging")).isGreaterThan(0.99);
    }

    /** One factor for all: points drift apart, and the logarithms stay. */
    @Test
    void growthInProportionGivesNoVerdict() {
        PanelCase panel = moved(p -> p * 1.1);

        assertThat(panel.level("divergence.slope.level")).isCloseTo(0.1, within(0.01));
        assertThat(panel.level("divergence.slope.log")).isCloseTo(0, within(0.003));
        assertThat(panel.term(Divergence.VERDICT, "level.diverging")).isGreaterThan(0.99);
        assertThat(panel.term(Divergence.VERDICT, "diverging")).isLessThan(0.8);
        assertThat(panel.term(Divergence.VERDICT, "converging")).isZero();
    }

    @Test
    void rightAfterOneAnotherTheSameFiguresAreNoEvidence() {
        PanelCase panel = new PanelCase();
        for (int i = 0; i < COUNTRIES; i++) {
            panel.put(PanelCase.country(i), "2025-H1", 5.0 + i, "2025-11-30");
            panel.put(PanelCase.country(i), "2025-H2", 5.0 + i, "2026-01-31");
        }

        assertThat(panel.level(Divergence.VERDICT)).isZero();
        assertThat(panel.level("divergence.slope.log")).isZero();
        assertThat(panel.estimate("divergence.slope.log").levels().get(0).pNegative())
                .isEqualTo(0.5);
    }

    @Test
    void withTooFewEconomiesNothingIsSaidAndTheReasonIs() {
        PanelCase panel = new PanelCase();
        for (int i = 0; i < 19; i++) {
            panel.put(PanelCase.country(i), "2025-H1", 5.0 + i, "2025-11-30");
            panel.put(PanelCase.country(i), "2025-H2", 6.0 + i, "2026-01-31");
        }
        panel.put("JP", "2025-H1", 10.0, "2025-11-30");

        assertThat(panel.estimates()).hasSize(7).allSatisfy(e -> {
            assertThat(e.levels()).isEmpty();
            assertThat(e.withheld())
                    .isEqualTo(
                            "19 economies have figures of two periods 0.45 to 1.2 years apart; at least 20 are needed");
        });
    }

    @Test
    void economiesThatAreAllAtOneLevelSayNothing() {
        PanelCase panel = new PanelCase();
        for (int i = 0; i < COUNTRIES; i++) {
            panel.put(PanelCase.country(i), "2025-H1", 10.0, "2025-11-30");
            panel.put(PanelCase.country(i), "2025-H2", 10.0 + i, "2026-01-31");
        }

        assertThat(panel.estimate(Divergence.VERDICT).withheld())
                .isEqualTo("all economies were at one level in 2025-H1: nothing can be told by it");
    }

    @Test
    void withoutAnyFigureThereIsNothingToSay() {
        assertThat(new PanelCase().estimates()).isEmpty();
        assertThat(new PanelCase().put("DE", "2025-H1", null, "2025-11-30").estimates())
                .isEmpty();
    }

    @Test
    void theNewestPeriodWaitsForEnoughEconomies() {
        PanelCase panel = moved(p -> p * 1.1);
        for (int i = 0; i < 10; i++) {
            panel.put(PanelCase.country(i), "2026-H1", 60.0 + i, "2026-05-31");
        }

        assertThat(panel.estimate(Divergence.VERDICT).period()).isEqualTo(Period.parse("2025-H2"));
    }

    @Test
    void noneAndAllHaveNoLogitAndAreLeftOut() {
        PanelCase panel = moved(p -> p * 1.1)
                .put(PanelCase.country(30), "2025-H1", 0.0, "2025-11-30")
                .put(PanelCase.country(30), "2025-H2", 5.0, "2026-01-31")
                .put(PanelCase.country(31), "2025-H1", 90.0, "2025-11-30")
                .put(PanelCase.country(31), "2025-H2", 100.0, "2026-01-31");

        assertThat(panel.term("divergence.slope.level", "economies")).isEqualTo(COUNTRIES);
    }

    @Test
    void aWithdrawalDatesWhatIsSaidWithoutIt() {
        PanelCase panel = moved(p -> p * 1.1).put("JP", "2025-H2", null, "2026-02-28");

        assertThat(panel.estimate(Divergence.VERDICT).asOf()).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
    }

    @Test
    void whatAnEstimateTellsIsReadBackFromIt() {
        Estimate estimate = moved(p -> p * (1 + p / 200)).estimate(Divergence.VERDICT);
        DivergenceVerdict verdict = DivergenceVerdict.of(estimate).orElseThrow();

        assertThat(verdict.signed()).isEqualTo(verdict.diverging());
        assertThat(verdict.diverging()).isGreaterThan(0.99);
        assertThat(verdict.words()).startsWith("level: slope +").contains("; log: slope +", "; logit: slope +");
        assertThat(DivergenceVerdict.of(moved(p -> p).estimate("divergence.slope.log")))
                .isEmpty();
    }

    @Test
    void aRecipeOfAnIndicatorThatIsNoPercentageIsRefused() {
        String own = "measures: {people.any_use: {indicators: {use: supply.output.real}}}";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Several.divergences(
                        ShippedCatalogue.with(List.of(new org.tidemark.catalogue.CatalogueYaml.Text("own.yaml", own)))))
                .hasMessage("catalogue: measure people.any_use: indicators: use: supply.output.real is not in percent;"
                        + " read one that is");
    }

    @Test
    void aScopeThatNobodyKnowsIsRefused() {
        String own = "measures: {people.any_use: {scope: panel ATLANTIS}}";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Several.divergences(
                        ShippedCatalogue.with(List.of(new org.tidemark.catalogue.CatalogueYaml.Text("own.yaml", own)))))
                .hasMessageContaining("scope: ATLANTIS is no country and no declared aggregate");
    }

    @Test
    void aRecipeComparesItsOwnMembersOnly() {
        String own = "measures: {people.any_use: {members: [DE, FR]}}";
        Several few = Several.divergences(
                ShippedCatalogue.with(List.of(new org.tidemark.catalogue.CatalogueYaml.Text("own.yaml", own))));
        PanelCase panel = moved(p -> p * 1.1);
        panel.put("DE", "2025-H1", 20.0, "2025-11-30").put("DE", "2025-H2", 22.0, "2026-01-31");

        assertThat(panel.estimates(few))
                .allSatisfy(e -> assertThat(e.withheld()).startsWith("1 economies have figures"));
    }

    @Property(tries = 50)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 20, max = 40) int countries) {
        Random random = new Random(seed);
        List<Runnable> puts = new ArrayList<>();
        PanelCase inOrder = new PanelCase();
        PanelCase shuffled = new PanelCase();
        for (int i = 0; i < countries; i++) {
            String economy = PanelCase.country(i);
            double before = 1 + 50 * random.nextDouble();
            double now = 1 + 50 * random.nextDouble();
            inOrder.put(economy, "2025-H1", before, "2025-11-30").put(economy, "2025-H2", now, "2026-01-31");
            puts.add(() -> shuffled.put(economy, "2025-H1", before, "2025-11-30"));
            puts.add(() -> shuffled.put(economy, "2025-H2", now, "2026-01-31"));
        }
        Collections.shuffle(puts, random);
        puts.forEach(Runnable::run);

        assertThat(shuffled.estimates()).isEqualTo(inOrder.estimates());
    }

    @Property(tries = 100)
    void neverBothProbable(@ForAll long seed) {
        Random random = new Random(seed);
        PanelCase panel = moved(p -> 1 + 90 * random.nextDouble());

        double diverging = panel.term(Divergence.VERDICT, "diverging");
        double converging = panel.term(Divergence.VERDICT, "converging");
        assertThat(diverging).isBetween(0.0, 1.0);
        assertThat(converging).isBetween(0.0, 1.0);
        assertThat(diverging + converging).isLessThanOrEqualTo(1.0);
        assertThat(panel.estimates()).hasSize(7).isSortedAccordingTo((a, b) -> a.key()
                .compareTo(b.key()));
    }
}
