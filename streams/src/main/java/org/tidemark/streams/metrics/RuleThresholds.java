package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.AlertCondition.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;

/**
 * What the rules ask for, in the units of the metrics, so that dashboards draw the same lines.
 *
 * <p>A rule states the threshold of a level in the unit of the estimates that it watches, and only they know their unit:
 * a measure has another one with another recipe, or with an indicator of the user's. Until there is such an estimate
 * there is no metric either that the threshold could be drawn in.
 */
final class RuleThresholds {
    private final List<AlertRule> rules;
    /** By rule the first of the cells that it watches: should their units differ, each scrape shows the same one. */
    private final SortedMap<String, Unit> units = new TreeMap<>();

    private record Unit(EstimateKey key, String unit) {}

    RuleThresholds(AlertRules rules) {
        this.rules = rules.all().stream()
                .filter(rule -> rule.condition().hasThreshold())
                .toList();
    }

    /** How many series there may be. */
    int max() {
        return rules.size();
    }

    void offer(Estimate estimate) {
        if (estimate.levels().isEmpty()) {
            return;
        }
        EstimateKey key = estimate.key();
        for (AlertRule rule : rules) {
            if (isOfLevel(rule) && rule.watches(key.economy(), key.sector(), key.measure(), key.concept())) {
                units.merge(
                        rule.id(),
                        new Unit(key, estimate.unit()),
                        (held, other) -> held.key().compareTo(other.key()) <= 0 ? held : other);
            }
        }
    }

    GaugeSnapshot snapshot() {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("tidemark_rule_threshold")
                .help("Threshold of a rule, in the unit of the metric that it is about; of a level once there is one");
        for (AlertRule rule : rules) {
            double threshold = rule.condition().threshold();
            Unit unit = units.get(rule.id());
            if (!isOfLevel(rule)) {
                gauge.dataPoint(point(rule, threshold));
            } else if (unit != null) {
                gauge.dataPoint(point(rule, threshold / MetricScale.divisor(unit.unit())));
            }
        }
        return gauge.build();
    }

    /** The others are of a speed, which is told in logits a year everywhere. */
    private static boolean isOfLevel(AlertRule rule) {
        Kind kind = rule.condition().kind();
        return kind == Kind.LEVEL_ABOVE || kind == Kind.LEVEL_BELOW;
    }

    private static GaugeDataPointSnapshot point(AlertRule rule, double value) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of("rule", rule.id()))
                .value(value)
                .build();
    }
}
