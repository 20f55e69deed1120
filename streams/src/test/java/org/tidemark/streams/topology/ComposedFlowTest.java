package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;

/** Estimates of several indicators, from figures to topics: China's yearly figures are the smallest that there are. */
class ComposedFlowTest extends FlowSuite {
    private static final String DEMAND = "demand.retail.nominal_growth";
    private static final String PRICES = "prices.cpi.growth";
    private static final String OUTPUT = "supply.gdp.real_growth";
    private static final String DIFFERENCE = "CN|TOTAL|demand_minus_output_growth|retail.gdp_growth";

    ComposedFlowTest(StoreKind kind) {
        super(kind, Flow.ofEverything(kind));
    }

    private static ReleaseSent china(String day) {
        return ReleaseSent.of("NBS_CHINA", day).in("CN");
    }

    private static ReleaseSent year(int year, double demand, double prices, double output) {
        String period = Integer.toString(year);
        return china(year + 1 + "-01-17")
                .figure(DEMAND, "TOTAL", period, demand)
                .figure(PRICES, "TOTAL", period, prices)
                .figure(OUTPUT, "TOTAL", period, output);
    }

    private Estimate latest() {
        Estimate found = flow.latest().get(DIFFERENCE);
        assertThat(found).isNotNull();
        return found;
    }

    @Test
    void demandMinusOutputGrowthFollowsItsFigures() {
        flow.send(year(2022, -0.2, 2.0, 3.0), year(2023, 7.2, 0.2, 5.2));

        HorizonValue level = latest().levels().get(0);
        assertThat(level.band().value()).isCloseTo(7.2 - 0.2 - 5.2, within(1e-9));
        assertThat(level.pNegative()).isNull();
        assertThat(latest().period().label()).isEqualTo("2023");
        assertThat(latest().asOf()).isEqualTo(china("2024-01-17").batch().published());
    }

    @Test
    void supplyWithoutDemandGivesNoNumberAndAReason() {
        flow.send(china("2023-01-17").figure(OUTPUT, "TOTAL", "2022", 3.0));

        assertThat(latest().levels()).isEmpty();
        assertThat(latest().withheld()).contains("demand");
        assertThat(latest().inputs()).isPositive();
    }

    @Test
    void aRevisionGoesThroughAndADuplicateDoesNot() {
        flow.send(year(2022, -0.2, 2.0, 3.0));
        double before = latest().levels().get(0).band().value();
        skipOutputs();

        flow.send(china("2023-06-17").figure(OUTPUT, "TOTAL", "2022", 3.0));
        assertThat(flow.estimates()).isEmpty();

        flow.send(china("2023-07-17").figure(OUTPUT, "TOTAL", "2022", 4.0));
        assertThat(latest().levels().get(0).band().value()).isLessThan(before);
    }

    @Test
    void theOrderOfArrivalDoesNotShowInTheEnd() {
        List<ReleaseSent> releases = List.of(
                year(2021, 12.5, 0.9, 8.4),
                year(2022, -0.2, 2.0, 3.0),
                china("2024-01-17").figure(OUTPUT, "TOTAL", "2022", 3.1));
        flow.send(releases.toArray(ReleaseSent[]::new));

        try (Flow backwards = Flow.ofEverything(kind)) {
            for (int i = releases.size() - 1; i >= 0; i--) {
                backwards.send(releases.get(i));
            }
            assertThat(backwards.latestBytes()).isEqualTo(flow.latestBytes());
        }
    }

    @Test
    void aSecondConceptMakesAPoolAndItsWithdrawalEndsIt() {
        flow.send(ReleaseSent.of("EUROSTAT", "2025-12-11")
                .in("DE")
                .figure("adoption.firms.any_use", "TOTAL", "2024", 19.8)
                .figure("adoption.firms.any_use", "TOTAL", "2025", 26.0));
        assertThat(flow.latest().keySet()).noneMatch(key -> key.contains("pooled"));

        flow.send(people("2026-01-31", 28.6));
        Estimate pooled = Objects.requireNonNull(flow.latest().get("DE|TOTAL|penetration.pooled|firms.any_use"));
        assertThat(pooled.inputs()).isEqualTo(3);
        assertThat(pooled.levels().get(0).band().value()).isBetween(20.0, 35.0);
        assertThat(flow.latest()).containsKey("DE|TOTAL|penetration.pooled|people.any_use");

        flow.send(people("2026-02-28", null));
        assertThat(flow.latest().keySet()).noneMatch(key -> key.contains("pooled"));
    }

    private static ReleaseSent people(String day, @Nullable Double percent) {
        return ReleaseSent.of("MICROSOFT_AIEI", day)
                .in("DE")
                .with(new ReleaseSent.Figure(
                        "adoption.people.any_use", "TOTAL", Period.parse("2025-H2"), percent, null, "percent"));
    }
}
