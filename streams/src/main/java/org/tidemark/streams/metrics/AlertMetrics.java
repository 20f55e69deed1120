package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Attribution;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.AlertState;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.catalogue.AlertRules;

/** The metrics of alerts: how each stands, and at which probabilities the rules raise and clear. */
final class AlertMetrics {
    /** Alerts shown at most: the active ones first, then those that were raised, then the most probable. */
    static final int ALERTS_MAX = 1_000;

    private static final Comparator<AlertState> SHOWN_FIRST = Comparator.comparing((AlertState s) -> !s.active())
            .thenComparing(s -> !s.ever())
            .thenComparing(s -> -s.probability())
            .thenComparing(AlertState::key);

    private final AlertRules rules;
    /** Of the standings those that are shown, the last one on top. */
    private final PriorityQueue<AlertState> shown = new PriorityQueue<>(SHOWN_FIRST.reversed());

    private long dropped;

    AlertMetrics(AlertRules rules) {
        this.rules = rules;
    }

    void offer(AlertState standing) {
        if (rules.rule(standing.key().rule()).isEmpty()) {
            return;
        }
        if (shown.size() >= ALERTS_MAX) {
            dropped++;
            if (SHOWN_FIRST.compare(standing, shown.element()) >= 0) {
                return;
            }
            AlertState unused = shown.remove();
        }
        shown.add(standing);
    }

    /** How many alerts are not shown. */
    long dropped() {
        return dropped;
    }

    /** Those that are active and shown. */
    Set<AlertKey> active() {
        return shown.stream().filter(AlertState::active).map(AlertState::key).collect(Collectors.toSet());
    }

    List<MetricSnapshot> snapshots(Map<AlertEvent.Kind, LongAdder> events) {
        List<AlertState> inOrder =
                shown.stream().sorted(Comparator.comparing(AlertState::key)).toList();
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(active(inOrder));
        all.add(probability(inOrder));
        all.add(raised(inOrder));
        all.add(events(events));
        all.addAll(ofRules());
        return all;
    }

    private GaugeSnapshot active(List<AlertState> standings) {
        GaugeSnapshot.Builder gauge =
                gauge("tidemark_alert_active", "1 while an alert is active, 0 once it has been raised and is over");
        for (AlertState s : standings) {
            AlertRule rule = rules.rule(s.key().rule()).orElseThrow();
            if (s.ever()) {
                Labels labels = alert(s.key())
                        .merge(Labels.of(
                                "severity",
                                rule.severity().name().toLowerCase(Locale.ROOT),
                                "audience",
                                rule.audience()));
                gauge.dataPoint(point(labels.merge(attribution(s)), s.active() ? 1 : 0));
            }
        }
        return gauge.build();
    }

    /** Only where the rule asks: Prometheus takes an empty label for none, and other readers do not. */
    private static Labels attribution(AlertState standing) {
        return standing.attribution() == Attribution.NOT_ASKED
                ? Labels.EMPTY
                : Labels.of("attribution", standing.attribution().written());
    }

    private static GaugeSnapshot probability(List<AlertState> standings) {
        GaugeSnapshot.Builder gauge =
                gauge("tidemark_alert_probability_ratio", "Probability of the condition of a rule, as it reads it now");
        standings.forEach(s -> gauge.dataPoint(point(alert(s.key()), s.probability())));
        return gauge.build();
    }

    private static GaugeSnapshot raised(List<AlertState> standings) {
        GaugeSnapshot.Builder gauge = gauge(
                "tidemark_alert_raised_timestamp_seconds", "Publication instant at which an active alert was raised");
        for (AlertState s : standings) {
            Instant raisedAt = s.raisedAt();
            if (s.active() && raisedAt != null) {
                gauge.dataPoint(point(alert(s.key()), raisedAt.toEpochMilli() / 1000.0));
            }
        }
        return gauge.build();
    }

    private static CounterSnapshot events(Map<AlertEvent.Kind, LongAdder> events) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name("tidemark_alert_events")
                .help("Alerts raised, cleared and retracted since this process began");
        events.forEach((kind, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(Labels.of("event", kind.written()))
                .value((double) count.sum())
                .build()));
        return counter.build();
    }

    private List<GaugeSnapshot> ofRules() {
        GaugeSnapshot.Builder raise =
                gauge("tidemark_rule_raise_ratio", "Probability from which on a release speaks for an alert");
        GaugeSnapshot.Builder clear = gauge("tidemark_rule_clear_ratio", "Probability at which an alert is over");
        GaugeSnapshot.Builder wrong = gauge(
                "tidemark_rule_false_alarms_per_month",
                "False alarms expected a month of one cell, by simulation over the release calendar");
        for (AlertRule rule : rules.all()) {
            Labels labels = Labels.of("rule", rule.id());
            raise.dataPoint(point(labels, rule.raise()));
            clear.dataPoint(point(labels, rule.clear()));
            Double falseAlarms = rule.falseAlarmsPerMonth();
            if (falseAlarms != null) {
                wrong.dataPoint(point(labels, falseAlarms));
            }
        }
        return List.of(raise.build(), clear.build(), wrong.build());
    }

    static Labels alert(AlertKey key) {
        return Labels.of(
                "rule",
                key.rule(),
                "economy",
                key.economy(),
                "sector",
                key.sector(),
                "concept",
                key.concept(),
                "subject",
                key.subject());
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }
}
