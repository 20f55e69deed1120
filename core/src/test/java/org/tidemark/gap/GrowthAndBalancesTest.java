package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class GrowthAndBalancesTest {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    @Test
    void whereOutputIsTheOnlySupplyItIsGrowthAndNoGap() {
        HeldFigures held = new HeldFigures("CN");
        MadeFigures.put(held, "demand.retail.nominal_growth", "2023", 7.2, null);
        MadeFigures.put(held, "prices.cpi.growth", "2023", 0.2, null);
        MadeFigures.put(held, "supply.gdp.real_growth", "2023", 5.2, null);
        MadeFigures.put(held, "supply.gdp.real_growth", "2024", 5.0, null);

        List<Estimate> all = ESTIMATOR.estimates(held);

        Estimate growth = Estimates.of(all, "demand_minus_output_growth", "retail.gdp_growth");
        assertThat(Estimates.value(growth)).isCloseTo(1.8, within(1e-11));
        assertThat(growth.period()).isEqualTo(Period.parse("2023"));
        assertThat(growth.unit()).isEqualTo("percentage_points");
        assertThat(growth.inputs()).isEqualTo(3);
        assertThat(Estimates.at(growth, Horizon.P0D).pNegative()).isNull();
        assertThat(Background.why(growth)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("stands in no table, ranking or dashboard: arithmetic of three published rates"));
        assertThat(Estimates.at(growth, Horizon.P0D).band().upper95()).isCloseTo(1.8 + 0.98, within(1e-3));
        assertThat(Estimates.of(all, "demand_minus_output_growth", "retail.industry_growth")
                        .withheld())
                .startsWith("demand is held but no supply: supply.industry.real_growth is missing");
        assertThat(all).noneMatch(e -> e.key().measure().equals("demand_gap"));
    }

    @Test
    void balancesAreContrastedPerSectorAndStandardErrorsWidenTheBand() {
        HeldFigures held = new HeldFigures("XX");
        balances(held, "NAICS:51", null);
        balances(held, "NAICS:52", 4.0);

        List<Estimate> all = ESTIMATOR.estimates(held);

        Estimate sure = sector(all, "NAICS:51");
        Estimate unsure = sector(all, "NAICS:52");
        assertThat(Estimates.value(sure)).isBetween(-9.0, -2.0);
        assertThat(Math.abs(Estimates.value(unsure))).isLessThan(Math.abs(Estimates.value(sure)));
        assertThat(sure.unit()).isEqualTo("percentage_points");
        assertThat(sure.model()).isEqualTo("gap-balance/1 season=states");
        assertThat(all).noneMatch(e -> e.key().measure().startsWith("demand_gap.part"));
    }

    private static Estimate sector(List<Estimate> all, String sector) {
        return all.stream()
                .filter(e ->
                        e.key().sector().equals(sector) && e.key().concept().equals("firms.employees"))
                .findFirst()
                .orElseThrow();
    }

    private static void balances(HeldFigures held, String sector, @Nullable Double standardError) {
        for (YearMonth month = YearMonth.of(2020, 1); month.getYear() < 2024; month = month.plusMonths(1)) {
            double fall = month.getYear() == 2023 ? 8 : 0;
            balance(held, sector, month, "demand.firms.increased", 20 - fall, standardError);
            balance(held, sector, month, "demand.firms.decreased", 25, standardError);
            balance(held, sector, month, "labour.firms.employees_increased", 10, standardError);
            balance(held, sector, month, "labour.firms.employees_decreased", 12, standardError);
        }
    }

    private static void balance(
            HeldFigures held,
            String sector,
            YearMonth month,
            String indicator,
            double value,
            @Nullable Double standardError) {
        held.put(
                new FigureId(new SeriesId(indicator, held.economy(), sector, "MADE"), Period.parse(month.toString())),
                value,
                standardError,
                MadeFigures.KNOWN);
    }
}
