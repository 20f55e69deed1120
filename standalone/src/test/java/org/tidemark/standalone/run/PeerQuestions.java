package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.it.PeerMonitor;
import org.tidemark.it.PeerMonitor.Answer;

/** What several monitors are asked: every list in its formats, wherever its rows lie, and mistakes. */
final class PeerQuestions {
    static final List<String> ALL = List.of(
            "/api/v1/estimates",
            "/api/v1/estimates?format=csv",
            "/api/v1/estimates?format=sdmx-csv",
            "/api/v1/estimates?limit=7",
            "/api/v1/estimates?limit=7&format=csv",
            "/api/v1/estimates?economy=DE",
            "/api/v1/estimates?economy=US&measure=penetration",
            "/api/v1/estimates?economy=EU27",
            "/api/v1/estimates?economy=CH",
            "/api/v1/estimates?from=2024-01&to=2025-12&limit=100",
            "/api/v1/estimates?vintages=first&measure=penetration&format=csv",
            "/api/v1/estimates?as_of=2025-03",
            "/api/v1/estimates?economy=DE&quarantine=with",
            "/api/v1/news",
            "/api/v1/news?format=csv&limit=20",
            "/api/v1/alerts",
            "/api/v1/alerts?limit=2",
            "/api/v1/alerts?status=active&format=csv",
            "/api/v1/observations",
            "/api/v1/observations?vintages=all&format=csv",
            "/api/v1/observations?economy=FR",
            "/api/v1/observations?limit=100000",
            "/api/v1/quarantine?status=accepted",
            "/api/v1/quarantine?status=accepted&limit=3&format=csv",
            "/api/v1/smoothed",
            "/api/v1/smoothed?economy=DE&format=csv",
            "/api/v1/scores",
            "/api/v1/scores?economy=US&format=csv",
            "/api/v1/scores?limit=1",
            "/api/v1/calendar",
            "/api/v1/calendar?economy=DK&format=csv",
            "/api/v1/calendar?limit=3",
            "/api/v1/calendar?measure=penetration.projected",
            "/api/v1/calendar?measure=across",
            "/api/v1/calendar.ics",
            "/api/v1/recipes",
            "/api/v1/recipes?format=csv",
            "/api/v1/economies",
            "/api/v1/concepts",
            "/api/v1/sectors?format=csv",
            "/api/v1/releases",
            "/api/v1/releases?limit=3&format=csv",
            "/api/v1/rules",
            "/api/v1/quarantine",
            "/api/v1/rejected",
            "/api/v1/rejected?format=csv",
            "/api/v1/rejected?limit=3",
            "/api/v1/rejected?economy=DE",
            "/api/v1/rejected?reason=out_of_range&format=csv&limit=2",
            "/api/v1/indicators",
            "/api/v1/estimates?economy=Atlantis",
            "/api/v1/estimates?limit=0");

    private static final ObjectMapper JSON = new ObjectMapper();

    private PeerQuestions() {}

    /** Follows the pages of a list from one monitor to the next: each row once, as one page would have them. */
    static void requireOnePath(List<PeerMonitor> monitors, String list, int limit) throws Exception {
        String name = list.substring(list.lastIndexOf('/') + 1);
        List<JsonNode> rows = new ArrayList<>();
        String next = list + "?limit=" + limit;
        for (int page = 0; !next.isEmpty(); page++) {
            Answer answer = monitors.get(page % monitors.size()).ask(next);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode json = JSON.readTree(answer.body());
            json.path(name).forEach(rows::add);
            next = json.path("next").asText();
        }
        JsonNode whole =
                JSON.readTree(monitors.get(0).ask(list + "?limit=100000").body());
        List<JsonNode> expected = new ArrayList<>();
        whole.path(name).forEach(expected::add);
        assertThat(rows).as(list).isEqualTo(expected).hasSizeGreaterThan(limit);
    }

    /** Alerts and estimates of all monitors, each from one of them, and together those that the API knows. */
    static void requireEachMetricOnce(List<PeerMonitor> monitors) throws Exception {
        List<String> alerts = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        for (PeerMonitor monitor : monitors) {
            String scrape = monitor.ask("/metrics").body();
            alerts.addAll(labels(scrape, "tidemark_alert_active{"));
            levels.addAll(labels(scrape, "tidemark_penetration_latest_ratio{"));
        }
        assertThat(alerts).doesNotHaveDuplicates();
        assertThat(levels).isNotEmpty().doesNotHaveDuplicates();
        JsonNode active = JSON.readTree(
                monitors.get(0).ask("/api/v1/alerts?status=active&limit=100000").body());
        assertThat(alerts).hasSize(active.path("alerts").size());
    }

    private static Set<String> labels(String scrape, String metric) {
        try (Stream<String> lines = scrape.lines()) {
            Set<String> labels = new HashSet<>();
            lines.filter(line -> line.startsWith(metric))
                    .forEach(line -> labels.add(line.substring(0, line.lastIndexOf('}') + 1)));
            return labels;
        }
    }
}
