package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;

class GapEstimatorTest {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    @Test
    void demandThatFallsShortIsANegativeGapWithAHighProbability() {
        Estimate gap = Estimates.of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all");

        assertThat(Estimates.value(gap)).isBetween(-10.5, -3.0);
        assertThat(Estimates.at(gap, Horizon.P0D).pNegative()).isGreaterThan(0.9);
        assertThat(gap.period()).isEqualTo(Period.parse("2011-12"));
        assertThat(gap.asOf()).isEqualTo(MadeFigures.KNOWN);
        assertThat(gap.inputs()).isEqualTo(4 * 14 * 12);
        assertThat(gap.unit()).isEqualTo("percent");
        assertThat(gap.model()).isEqualTo("gap-capacity/1");
    }

    @Test
    void theGapOfNowHasDriftedTowardsZeroAndIsLessCertain() {
        Estimate gap = Estimates.of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all");
        double years = EventTime.ofInstant(MadeFigures.KNOWN) - gap.period().midYear();
        HorizonValue newest = Estimates.at(gap, Horizon.P0D);
        HorizonValue now = Estimates.at(gap, Horizon.NOW);

        assertThat(now.band().value() / newest.band().value()).isCloseTo(Math.exp(-0.7 * years), within(1e-9));
        assertThat(now.band().upper95() - now.band().lower95())
                .isGreaterThan(newest.band().upper95() - newest.band().lower95());
    }

    @Test
    void figuresOfAnotherFrequencyDoNotEnter() {
        HeldFigures mixed = MadeFigures.economy();
        for (String indicator : List.of(
                "supply.industry.production", "supply.capacity.utilisation", "demand.retail.sales", "prices.pce.all")) {
            MadeFigures.put(mixed, indicator, "2005", 12_345, null);
            MadeFigures.put(mixed, indicator, "2012", 12_345, null);
        }

        Estimate both = Estimates.of(ESTIMATOR.estimates(mixed), "demand_gap", "retail.pce_all");

        assertThat(both.levels())
                .isEqualTo(Estimates.of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.pce_all")
                        .levels());
    }

    @Test
    void theSignIsAsReliableAsWhatWasSaidFirst() {
        HeldFigures held = MadeFigures.economy();
        EstimateKey key = new EstimateKey("XX", "TOTAL", "demand_gap", "retail.pce_all");
        double smoothed = smoothed(held).mean();
        for (int month = 1; month <= 12; month++) {
            double said = month <= 3 ? -smoothed : smoothed;
            held.putFirstSaid(key, Period.parse(YearMonth.of(2009, month).toString()), said);
        }
        // Less than two years before the newest month, so it does not count yet.
        held.putFirstSaid(key, Period.parse("2010-06"), 5);

        Estimate gap = Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "retail.pce_all");
        Term reliability = Estimates.term(gap, "sign_reliability");

        assertThat(reliability.value()).isEqualTo(0.75);
        assertThat(reliability.source()).startsWith("9 of 12 past dates");
        // Nine of twelve, and one of two before any: ten of fourteen first signs are final.
        double filters = Objects.requireNonNull(
                Estimates.term(gap, "p_negative_of_filter").value());
        assertThat(Estimates.at(gap, Horizon.P0D).pNegative())
                .isCloseTo(10.0 / 14 * filters + 4.0 / 14 * (1 - filters), within(1e-12));
        assertThat(filters).isGreaterThan(0.9);
    }

    /** The gap of mid-2009 in hindsight: one sign all that year, for demand had not yet fallen. */
    private static Normal smoothed(HeldFigures held) {
        GapRecipe recipe =
                Objects.requireNonNull(MadeFigures.catalogue().recipes().gaps().get("retail.pce_all"));
        GapPath path = GapPath.of(
                GapModel.CAPACITY,
                Moments.of(recipe, Ingredients.of(recipe, held, "TOTAL", false).rows()),
                true);
        return path.gap(path.smoothed().get(path.steps().size() - 31));
    }

    @Test
    void itReadsWhatItsRecipesAndPartsAreMadeOf() {
        assertThat(ESTIMATOR.reads("prices.cpi.apparel")).isTrue();
        assertThat(ESTIMATOR.reads("labour.firms.hours_decreased_next6m")).isTrue();
        assertThat(ESTIMATOR.reads("labour.income.share")).isTrue();
        assertThat(ESTIMATOR.reads("adoption.firms.any_use")).isTrue();
        assertThat(ESTIMATOR.reads("labour.payrolls.total")).isFalse();
        assertThat(ESTIMATOR.measures()).contains("demand_gap", "demand_gap.part.rest", "demand_minus_output_growth");
        assertThat(ESTIMATOR.estimates(PartsFixture.complete(30, 20)))
                .allMatch(e -> ESTIMATOR.measures().contains(e.key().measure()))
                .isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
    }
}
