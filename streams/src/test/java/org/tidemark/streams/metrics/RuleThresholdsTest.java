package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** Thresholds in the unit of the metric that they are drawn in. */
class RuleThresholdsTest {
    private static final String OWN =
            """
            rules:
              Reallocates:
                title: Work moves to where productivity grows
                measure: baumol
                economies: [US]
                condition: level_above
                threshold: 4
                raise: 0.8
                clear: 0.6
                releases: 1
                severity: info
                audience: analysts
              ContrastDeep:
                title: Exposed work is far behind
                measure: displacement.contrast
                condition: level_below
                threshold: -15
                raise: 0.8
                clear: 0.6
                releases: 1
                severity: info
                audience: analysts
            """;

    private static Estimate of(String economy, String measure, String unit) {
        Banded band = new Banded(5, 4, 6, 3, 7);
        return new Estimate(
                new EstimateKey(economy, "TOTAL", measure, "concept"),
                PublicationDate.parse("2025-01-31"),
                Period.parse("2024"),
                4,
                "abc123",
                "model-1",
                unit,
                List.of(new HorizonValue(Horizon.P0D, band, null)),
                null);
    }

    private static Map<String, Double> thresholds(Estimate... said) {
        RuleThresholds thresholds =
                new RuleThresholds(ShippedCatalogue.with(List.of(CatalogueYaml.Text.ofRules("own", OWN)))
                        .recipes()
                        .alerts());
        List.of(said).forEach(thresholds::offer);
        Map<String, Double> byRule = new TreeMap<>();
        thresholds
                .snapshot()
                .getDataPoints()
                .forEach(p -> byRule.put(p.getLabels().get("rule"), p.getValue()));
        assertThat(byRule).hasSizeLessThanOrEqualTo(thresholds.max());
        return byRule;
    }

    @Test
    void hundredthsAreDrawnAsARatio() {
        assertThat(thresholds(of("DE", "penetration", "percent"), of("US", "displacement.contrast", "log_points")))
                .containsEntry("PenetrationAbove10", 0.1)
                .containsEntry("ContrastDeep", -0.15);
    }

    @Test
    void aUnitThatIsNoPercentageIsDrawnAsItIs() {
        assertThat(thresholds(of("US", "baumol", "percent_times_points"))).containsEntry("Reallocates", 4.0);
    }

    @Test
    void aSpeedIsInLogitsAYearWhateverTheLevelsAreIn() {
        assertThat(thresholds(of("DE", "penetration", "percent"))).containsEntry("SpeedUp", 0.1);
        assertThat(thresholds()).containsEntry("SpeedDown", 0.1);
    }

    @Test
    void aLevelThatNobodyHasSaidHasNoUnitYet() {
        assertThat(thresholds(of("DE", "baumol", "percent_times_points")))
                .doesNotContainKeys("Reallocates", "ContrastDeep", "PenetrationAbove10");
    }

    @Test
    void whereUnitsDifferTheFirstCellDecidesInWhateverOrderTheyAreRead() {
        Estimate first = of("AT", "penetration", "share");
        Estimate second = of("DE", "penetration", "percent");

        assertThat(thresholds(first, second)).containsEntry("PenetrationAbove10", 10.0);
        assertThat(thresholds(second, first)).containsEntry("PenetrationAbove10", 10.0);
    }
}
