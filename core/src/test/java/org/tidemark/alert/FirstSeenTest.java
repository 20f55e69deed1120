package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** What an alert says of a level that was never on the other side of its threshold. */
class FirstSeenTest {
    private static final String REWORDED = "adoption.firms.any_function";

    private static AlertRule rule(String id, String... overlaid) {
        Catalogue catalogue = overlaid.length == 0
                ? ShippedCatalogue.with(List.of())
                : ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                        "own.yaml", "rules:\n  %s: {%s}\n".formatted(id, String.join(", ", overlaid)))));
        return catalogue.recipes().alerts().rule(id).orElseThrow();
    }

    /** What is raised while the waves of a series come one by one. */
    private static List<AlertEvent> raised(AlertRule rule, double... percents) {
        HeldFigures held = new HeldFigures("US");
        EstimateRule watch = new EstimateRule(rule, "rules");
        List<AlertState> standings = List.of();
        List<AlertEvent> raised = new ArrayList<>();
        for (int i = 0; i < percents.length; i++) {
            Period wave =
                    Period.trailing(14, java.time.LocalDate.of(2025, 11, 16).plusWeeks(2L * i));
            SeriesId series = new SeriesId(REWORDED, "US", "TOTAL", "CENSUS_BTOS");
            held.put(
                    new FigureId(series, wave),
                    percents[i],
                    0.2,
                    PublicationDate.endOf(wave.end().plusDays(18)));
            Estimate now = new PenetrationEstimator(
                            ShippedCatalogue.with(List.of()), CeilingPrior.EQUAL, java.util.Set.of(REWORDED))
                    .estimates(held)
                    .get(0);
            List<AlertTransition> steps =
                    watch.read(standings, new EstimateRule.Update(now, null, null, "CENSUS_BTOS r" + i));
            standings = steps.stream().map(AlertTransition::standing).toList();
            steps.forEach(step ->
                    step.said().filter(e -> e.kind() == AlertEvent.Kind.RAISED).ifPresent(raised::add));
        }
        return raised;
    }

    @Test
    @DisplayName("a reworded question that begins at 17 % has crossed nothing")
    void aSeriesThatBeginsAboveIsFirstSeenAbove() {
        List<AlertEvent> raised = raised(rule("PenetrationAbove10"), 17.3, 17.2, 17.6);

        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).message())
                .startsWith("AI is used by more than 10 %, US firms.any_function: 17.")
                .contains(", first seen above: it has never been on the other side of 10 %, and crossed nothing;");
    }

    @Test
    void aSeriesWithALevelOnEitherSideHasCrossed() {
        List<AlertEvent> raised = raised(rule("PenetrationAbove10"), 9.1, 9.4, 10.9, 11.4, 11.8);

        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).message()).doesNotContain("first seen");
    }

    @Property(tries = 40)
    void itIsFirstSeenAboveExactlyWhereItBeganAbove(
            @ForAll @DoubleRange(min = 6, max = 14) double first,
            @ForAll @DoubleRange(min = 0.3, max = 1) double step) {
        double[] percents = new double[30];
        for (int i = 0; i < percents.length; i++) {
            percents[i] = first + step * i;
        }
        List<AlertEvent> raised = raised(rule("PenetrationAbove10"), percents);

        assertThat(raised).hasSize(1);
        assertThat(raised.get(0).message().contains("first seen above")).isEqualTo(first > 10);
    }

    @Test
    @DisplayName("a rule with threshold: 12 says 12 in title and message")
    void anotherThresholdIsAnotherTitle() {
        AlertRule rule = rule("PenetrationAbove10", "threshold: 12");

        assertThat(rule.title()).isEqualTo("AI is used by more than 12 %");
        assertThat(raised(rule, 17.3, 17.2).get(0).message())
                .startsWith("AI is used by more than 12 %, US firms.any_function: 17.")
                .contains("the other side of 12 %");
        assertThat(rule("PenetrationAbove50", "threshold: 12.5").title()).isEqualTo("AI is used by more than 12.5 %");
        assertThat(rule("PenetrationAbove25").title()).isEqualTo("AI is used by more than 25 %");
        assertThat(Objects.requireNonNull(
                        rule("PenetrationAbove25", "title: Ours").title()))
                .isEqualTo("Ours");
    }
}
