package org.tidemark.grafana;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The metrics that rules and dashboards may ask for. That each is really exposed is shown by the test of the whole. */
final class Metrics {
    private static final String LIST = "src/test/resources/metrics.txt";

    private Metrics() {}

    /** Those that are scraped from a running system. */
    static Set<String> scraped() {
        return Place.text(Place.MODULE.resolve(LIST))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With those that Prometheus makes of them by recording rules. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(scraped());
        all.addAll(recorded());
        all.addAll(history());
        return all;
    }

    static Set<String> recorded() {
        Set<String> recorded = new TreeSet<>();
        Place.yaml(Place.PROMETHEUS.resolve("rules/recording.yml"))
                .path("groups")
                .forEach(group -> group.path("rules")
                        .forEach(rule -> recorded.add(rule.path("record").asText())));
        return recorded;
    }

    /** Of what was said, at its own dates: of a monitor that is read from afar, or of a replay. */
    static Set<String> history() {
        Set<String> history = new TreeSet<>();
        for (String account : new String[] {"realtime", "revised", "smoothed", "path", "projected"}) {
            for (String end : new String[] {"", "_lower80", "_upper80"}) {
                history.add("tidemark_history_estimate_%s%s_ratio".formatted(account, end));
            }
        }
        return history;
    }
}
