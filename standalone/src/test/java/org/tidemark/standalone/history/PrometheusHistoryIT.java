package org.tidemark.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a replay's tables over promtool's blocks to the answer of a real Prometheus. */
class PrometheusHistoryIT {
    private static final String OF_US =
            "{economy=\"US\",sector=\"TOTAL\",concept=\"firms.any_use\",measure=\"penetration\"}";

    @Test
    void prometheusAnswersFor2016(@TempDir Path dir) throws Exception {
        Prometheus.assumeInstalled();
        new Tables()
                .firms("2016-05-10T23:59:59.999Z", "US", "2016-03", 20)
                .firms("2016-06-10T23:59:59.999Z", "US", "2016-04", 24)
                .firms("2016-06-20T23:59:59.999Z", "US", "2016-04", 25)
                .withheld("2016-07-01T12:00:00Z", "US")
                .firms("2016-07-10T00:00:00Z", "DE", "2016-04", 7)
                .in(dir);
        List<String> said = new ArrayList<>();
        History history = new History(dir);
        HistorySize unused = history.write(HistoryFile.SERIES_DEFAULT);
        Path data = dir.resolve("prometheus");
        history.createBlocks(data, said::add);
        assertThat(said).anyMatch(line -> line.contains("BLOCK ULID"));

        try (Prometheus prometheus = Prometheus.on(data, dir)) {
            String realtime = day("tidemark_history_estimate_realtime_ratio" + OF_US);
            assertThat(prometheus.ask(realtime, "2016-05-10T23:00:00Z")).isEmpty();
            assertThat(prometheus.ask(realtime, "2016-05-11T00:00:00Z")).isEqualTo("0.2");
            assertThat(prometheus.ask(realtime, "2016-06-05T12:00:00Z")).isEqualTo("0.2");
            assertThat(prometheus.ask(realtime, "2016-06-12T12:00:00Z")).isEqualTo("0.24");
            assertThat(prometheus.ask(realtime, "2016-07-03T12:00:00Z")).isEmpty();
            // Every day from 10 May to 30 June, none of them lost.
            String days = "count_over_time(tidemark_history_estimate_realtime_ratio" + OF_US + "[1y])";
            assertThat(prometheus.ask(days, "2016-12-31T00:00:00Z")).isEqualTo("52");
            String revised = day("tidemark_history_estimate_revised_ratio" + OF_US);
            assertThat(prometheus.ask(revised, "2016-04-20T12:00:00Z")).isEqualTo("0.2");
            assertThat(prometheus.ask(revised, "2016-05-01T12:00:00Z")).isEqualTo("0.25");
            String lower = day("tidemark_history_estimate_revised_lower80_ratio" + OF_US);
            assertThat(prometheus.ask(lower, "2016-05-01T12:00:00Z")).isEqualTo("0.24");
        }
    }

    private static String day(String series) {
        return "last_over_time(" + series + "[1d])";
    }
}
