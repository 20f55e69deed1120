package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertKey;
import org.tidemark.alert.SupportingRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.AlertStore;
import org.tidemark.text.PlainText;

/**
 * What the message about an active alert says, as labels of a series that is 1: Prometheus copies it into annotations, and
 * never into the labels of an alert, which must not change while it is active.
 */
final class AlertTold {
    static final String NAME = "tidemark_alert_told";

    private static final int MESSAGE_MAX = 600;
    private static final int RELEASES_MAX = 200;

    private AlertTold() {}

    /** One series for each active alert of which it is known what raised it. */
    static GaugeSnapshot of(Collection<AlertKey> active, AlertStore store, Optional<Catalogue> catalogue) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name(NAME)
                .help("1 while an alert is active, with what is told of it: names, numbers, what raised it and when");
        raised(active, store)
                .values()
                .forEach(event -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels(event, catalogue))
                        .value(1)
                        .build()));
        return gauge.build();
    }

    private static Map<AlertKey, AlertEvent> raised(Collection<AlertKey> active, AlertStore store) {
        Map<AlertKey, AlertEvent> raised = new HashMap<>();
        List<String> economies =
                active.stream().map(AlertKey::economy).distinct().sorted().toList();
        for (String economy : economies) {
            boolean unused = store.each(economy, event -> {
                if (event.kind() == AlertEvent.Kind.RAISED && active.contains(event.key())) {
                    raised.put(event.key(), event);
                }
                return true;
            });
        }
        return raised;
    }

    private static Labels labels(AlertEvent event, Optional<Catalogue> catalogue) {
        AlertKey key = event.key();
        String since = LocalDate.ofInstant(event.asOf(), ZoneOffset.UTC).toString();
        return AlertMetrics.alert(key)
                .merge(Labels.of(
                        "economy_name",
                        catalogue.map(c -> c.economyName(key.economy())).orElse(key.economy()),
                        "concept_name",
                        catalogue.flatMap(c -> title(c, key.concept())).orElse(key.concept()),
                        "message",
                        bounded(event.message(), MESSAGE_MAX),
                        "since",
                        since,
                        "releases",
                        bounded(releases(event), RELEASES_MAX),
                        "cause",
                        cause(event.attribution())));
    }

    private static Optional<String> title(Catalogue catalogue, String concept) {
        return catalogue.indicators().stream()
                .filter(i -> i.concept().equals(concept))
                .map(Indicator::title)
                .findFirst();
    }

    /** Each with the day on which it became public. */
    private static String releases(AlertEvent event) {
        return event.witnesses().stream().map(AlertTold::release).distinct().collect(Collectors.joining("; "));
    }

    private static String release(SupportingRelease witness) {
        return "%s (%s)".formatted(witness.releases(), LocalDate.ofInstant(witness.published(), ZoneOffset.UTC));
    }

    private static String cause(AlertEvent.Attribution attribution) {
        return switch (attribution) {
            case NOT_ASKED -> "nothing is said of the cause";
            case POSSIBLE -> "AI is not excluded as a cause";
            case NOT_ATTRIBUTABLE -> "not attributable to AI";
        };
    }

    private static String bounded(String text, int most) {
        String plain = PlainText.of(text);
        return plain.length() <= most ? plain : plain.substring(0, most) + "...";
    }
}
