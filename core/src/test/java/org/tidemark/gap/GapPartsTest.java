package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;

class GapPartsTest {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    @Test
    void aPartWithoutDataIsUnavailableAndNamedInTheRest() {
        List<Estimate> all = ESTIMATOR.estimates(MadeFigures.economy());

        assertThat(Estimates.of(all, "demand_gap.part.distribution", "retail.pce_all")
                        .withheld())
                .isEqualTo("unavailable: labour.income.share is not held");
        assertThat(Estimates.of(all, "demand_gap.part.ai_supply", "retail.pce_all")
                        .withheld())
                .startsWith("unavailable: no penetration is estimated");
        assertThat(Estimates.value(Estimates.of(all, "demand_gap.part.cycle", "retail.pce_all")))
                .isBetween(-10.0, -5.0);
        Estimate rest = Estimates.of(all, "demand_gap.part.rest", "retail.pce_all");
        assertThat(Estimates.term(rest, "rest").source()).isEqualTo("rest, with distribution, ai supply");
        assertThat(Estimates.term(Estimates.of(all, "demand_gap", "retail.pce_all"), "part_rest")
                        .value())
                .isEqualTo(Estimates.value(rest));
    }

    @Test
    void onlyTheHeadlineIsTakenApart() {
        HeldFigures held = MadeFigures.economy();
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "demand.consumption.real", month, MadeFigures.production(month));
        }

        assertThat(ESTIMATOR.estimates(held))
                .filteredOn(e -> e.key().measure().startsWith("demand_gap.part."))
                .hasSize(4)
                .allMatch(e -> e.key().concept().equals("retail.pce_all"));
    }

    @Test
    void everyPartWithDataIsTakenFromTheGap() {
        List<Estimate> all = ESTIMATOR.estimates(PartsFixture.complete(30, 20));

        Estimate gap = Estimates.of(all, "demand_gap", "retail.pce_all");
        double distribution = Estimates.value(Estimates.of(all, "demand_gap.part.distribution", "retail.pce_all"));
        double cycle = Estimates.value(Estimates.of(all, "demand_gap.part.cycle", "retail.pce_all"));
        double ai = Estimates.value(Estimates.of(all, "demand_gap.part.ai_supply", "retail.pce_all"));
        double rest = Estimates.value(Estimates.of(all, "demand_gap.part.rest", "retail.pce_all"));
        assertThat(distribution + cycle + ai + rest).isEqualTo(Estimates.value(gap));
        assertThat(distribution).isCloseTo(0.4 * -2, within(1e-9));
        assertThat(gap.asOf()).isEqualTo(MadeFigures.KNOWN.plusSeconds(86_400));
        assertThat(Estimates.term(Estimates.of(all, "demand_gap.part.rest", "retail.pce_all"), "rest")
                        .source())
                .isEqualTo("rest");
    }

    @Test
    void thePartOfAiCannotBeToldFromZeroByDefault() {
        Estimate ai = Estimates.of(
                ESTIMATOR.estimates(PartsFixture.complete(30, 20)), "demand_gap.part.ai_supply", "retail.pce_all");

        double uplift = 0.30 * 0.20 * 0.23 * 0.154 * 100;
        assertThat(Estimates.value(ai)).isZero();
        assertThat(Estimates.at(ai, Horizon.P0D).band().upper95()).isGreaterThan(1.96 * 0.5 * uplift);
        assertThat(Estimates.at(ai, Horizon.P0D).band().lower95()).isNegative();
        assertThat(Estimates.term(ai, "told_from_zero").value()).isZero();
        assertThat(Estimates.term(ai, "told_from_zero").source()).startsWith("AI's part cannot be told from zero");
        Term phi = Estimates.term(ai, "demand_follows_supply");
        assertThat(phi.basis()).isEqualTo(Term.Basis.ASSUMED);
        assertThat(Objects.requireNonNull(phi.varianceShare())).isBetween(0.3, 1.0);
    }

    @Test
    void aFirmBeliefThatDemandDoesNotFollowMakesAiAPartOfTheGap() {
        String own =
                """
                priors:
                  demand_follows_supply: {mean: 0, sd: 0.01, citation: made}
                  profitable_share: {observations: 100000}
                  cost_saving: {sd: 0.001}
                """;
        List<Estimate> all = new GapEstimator(MadeFigures.catalogue(own)).estimates(PartsFixture.complete(30, 1));

        Estimate ai = Estimates.of(all, "demand_gap.part.ai_supply", "retail.pce_all");

        assertThat(Estimates.value(ai)).isCloseTo(-0.30 * 0.20 * 0.23 * 0.154 * 100, within(1e-6));
        assertThat(Estimates.term(ai, "told_from_zero").value()).isEqualTo(1.0);
        assertThat(Estimates.at(ai, Horizon.P0D).pNegative()).isGreaterThan(0.975);
    }

    @Test
    void withoutAnEstimateOfExposureThePublishedShareOfJobsStandsIn() {
        HeldFigures held = MadeFigures.economy();
        held.put(MadeFigures.share("penetration", "firms.goods_services", 20, 2));
        MadeFigures.put(held, "exposure.jobs", "2011", 60, null);

        Estimate ai = Estimates.of(ESTIMATOR.estimates(held), "demand_gap.part.ai_supply", "retail.pce_all");

        assertThat(Estimates.term(ai, "exposed_share").value()).isEqualTo(0.6);
        assertThat(Estimates.term(ai, "exposed_share").source()).isEqualTo("exposure.jobs, 2011");
    }
}
