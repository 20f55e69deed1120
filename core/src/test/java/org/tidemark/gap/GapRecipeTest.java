package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;

class GapRecipeTest {
    @Test
    void aRecipeOfTheUsersOwnNeedsNoCode() {
        String own =
                """
                gaps:
                  turnover.own:
                    kind: capacity
                    headline: true
                    demand: [demand.turnover.real]
                    supply: [supply.output.index, supply.output.utilisation]
                """;
        HeldFigures held = new HeldFigures("DE");
        for (YearMonth month = MadeFigures.FIRST; !month.isAfter(MadeFigures.LAST); month = month.plusMonths(1)) {
            MadeFigures.put(held, "supply.output.index", month, MadeFigures.production(month));
            MadeFigures.put(held, "supply.output.utilisation", month, MadeFigures.utilisation(month));
            MadeFigures.put(held, "demand.turnover.real", month, MadeFigures.sales(month) / MadeFigures.prices(month));
        }

        List<Estimate> all = new GapEstimator(MadeFigures.catalogue(own)).estimates(held);

        assertThat(Estimates.value(Estimates.of(all, "demand_gap", "turnover.own")))
                .isBetween(-10.5, -3.0);
        assertThat(all).hasSize(5);
    }

    @Test
    void recipesAreRefusedInOneLineThatSaysWhatToWrite() {
        assertRefused(
                "gaps:\n  x:\n    kind: capacity\n    supply: [supply.a]\n    demand: [demand.a]\n",
                "write [output, utilisation]");
        assertRefused(
                "gaps:\n  x:\n    supply: [supply.a]\n    demand: [demand.a]\n",
                "kind is missing; write capacity, growth or balance");
        assertRefused("gaps:\n  retail.gdp_growth:\n    noise: 0\n", "needs one above 0");
        assertRefused("gaps:\n  retail.pce_all:\n    since: 'long ago'\n", "since: ");
        assertRefused("gaps:\n  retail.pce_all:\n    demand: [Demand]\n", "'Demand' is not well formed");
    }

    private static void assertRefused(String own, String message) {
        assertThatThrownBy(() -> MadeFigures.catalogue(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
