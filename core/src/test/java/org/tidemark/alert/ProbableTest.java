package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.series.Period;

/** Rules on what is a probability itself, or has one among its terms. */
class ProbableTest {
    private static AlertRule rule(String id) {
        return ShippedCatalogue.with(List.of()).recipes().alerts().rule(id).orElseThrow();
    }

    private static Estimate estimate(String kind, String recipe, String unit, double value, List<Term> terms) {
        return new Estimate(
                new EstimateKey("US", "TOTAL", kind, recipe),
                Instant.parse("2024-06-01T00:00:00Z"),
                Period.parse("2024-Q1"),
                9,
                "00",
                kind + "/1",
                unit,
                List.of(new HorizonValue(Horizon.P0D, new Banded(value, value, value, value, value), null)),
                null,
                terms,
                null);
    }

    private static Term risen(String unit, double value) {
        return new Term("p_risen", value, null, null, Term.Basis.ESTIMATED, unit, "made");
    }

    @Test
    void theEstimateItselfWhereNoTermIsNamed() {
        AlertRule rule = rule("GrowthWithoutJobs");

        List<RuleEvaluation> grounds = new RuleEvaluations(
                        rule, estimate("compare", "jobless_growth", "probability", 0.83, List.of()), null)
                .all();

        assertThat(grounds).singleElement().satisfies(ground -> {
            assertThat(ground.probability()).isEqualTo(0.83);
            assertThat(ground.words()).isEqualTo("0.83");
        });
        assertThat(new RuleEvaluations(rule, estimate("compare", "jobless_growth", "percent", 83, List.of()), null)
                        .all())
                .as("a percentage is no probability")
                .isEmpty();
    }

    @Test
    void theTermThatIsNamed() {
        AlertRule rule = rule("IncidentsRise");
        Estimate told = estimate("events", "incidents", "events_per_month", 12, List.of(risen("probability", 0.95)));

        RuleEvaluation ground = new RuleEvaluations(rule, told, null).all().get(0);

        assertThat(ground.probability()).isEqualTo(0.95);
        assertThat(Objects.requireNonNull(ground.key()).concept()).isEqualTo("incidents");
        assertThat(new RuleEvaluations(rule, estimate("events", "incidents", "events_per_month", 12, List.of()), null)
                        .all())
                .as("without the term nothing is seen")
                .isEmpty();
        assertThat(new RuleEvaluations(
                                rule,
                                estimate("events", "incidents", "events_per_month", 12, List.of(risen("share", 0.9))),
                                null)
                        .all())
                .as("what is no probability is none")
                .isEmpty();
    }
}
