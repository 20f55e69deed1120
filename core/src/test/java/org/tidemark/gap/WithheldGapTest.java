package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;

class WithheldGapTest {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    @Test
    void supplyWithoutDemandIsWithheldWithTheReason() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "supply.industry.production", YearMonth.of(2020, 1), 100);

        Estimate gap = Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real");

        assertThat(gap.withheld())
                .isEqualTo(
                        "supply is held but no demand: supply.capacity.utilisation, demand.consumption.real are missing");
        assertThat(gap.levels()).isEmpty();
        assertThat(gap.inputs()).isEqualTo(1);
        assertThat(gap.period()).isEqualTo(Period.parse("2020-01"));
    }

    @Test
    void demandWithoutSupplyIsWithheldWithTheReason() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "demand.consumption.real", YearMonth.of(2020, 1), 100);

        assertThat(Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .startsWith("demand is held but no supply: supply.industry.production, supply.capacity.utilisation");
    }

    @Test
    void aMissingDeflatorIsNamed() {
        assertThat(Estimates.of(ESTIMATOR.estimates(MadeFigures.economy()), "demand_gap", "retail.cpi_all")
                        .withheld())
                .isEqualTo("prices.cpi.all is missing");
    }

    @Test
    void pricesAloneMakeNothing() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "prices.pce.all", YearMonth.of(2020, 1), 100);

        assertThat(ESTIMATOR.estimates(held)).isEmpty();
        assertThat(ESTIMATOR.estimates(new HeldFigures("XX"))).isEmpty();
    }

    @Test
    void seriesThatShareNoPeriodAreWithheld() {
        HeldFigures held = new HeldFigures("XX");
        MadeFigures.put(held, "supply.industry.production", YearMonth.of(2020, 1), 100);
        MadeFigures.put(held, "supply.capacity.utilisation", YearMonth.of(2020, 2), 80);
        MadeFigures.put(held, "demand.consumption.real", YearMonth.of(2020, 2), 100);

        assertThat(Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .startsWith("no period has a figure of each of supply.industry.production");
    }

    @Test
    void lessThanTwoYearsAreTooEarly() {
        HeldFigures held = new HeldFigures("XX");
        for (YearMonth month = YearMonth.of(2020, 1); month.getYear() < 2021; month = month.plusMonths(1)) {
            MadeFigures.put(held, "supply.industry.production", month, 100);
            MadeFigures.put(held, "supply.capacity.utilisation", month, 80);
            MadeFigures.put(held, "demand.consumption.real", month, 100);
        }

        Estimate early = Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real");

        assertThat(early.withheld()).startsWith("too early: 12 periods in 0.92 years");
        assertThat(early.inputs()).isEqualTo(36);
    }

    @Test
    void aLevelWithoutLogarithmIsNamed() {
        HeldFigures held = MadeFigures.economy();
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "demand.consumption.real", month, month.getYear() == 2005 ? 0 : 100);
        }

        assertThat(Estimates.of(ESTIMATOR.estimates(held), "demand_gap", "consumption.real")
                        .withheld())
                .isEqualTo("demand.consumption.real is 0.0 in 2005-01; a level must be above 0 to have a logarithm");
    }
}
