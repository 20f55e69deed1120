package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tidemark.streams.state.FilledStores.contrast;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.pooled;
import static org.tidemark.streams.state.FilledStores.withheld;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

/** Prometheus' own linter over what is exposed. */
class PromtoolTest {
    @Test
    void promtoolFindsNothingToSayAboutTheMetricsOfTheDomain(@TempDir Path dir) throws Exception {
        assumeTrue(isInstalled(), "promtool is not on the PATH; install Prometheus to lint the metrics");
        FilledStores stores = new FilledStores();
        stores.put(estimate("DE", "TOTAL", "2024-05-31", 20, 5));
        stores.put(contrast("INDEED:construction", -20));
        stores.put(pooled("TOTAL"));
        stores.put(withheld("no exposure of Germany is held"));
        try (MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000)) {
            metrics.read(stores);

            String said = lint(dir, domainOf(metrics));

            assertThat(said).isEmpty();
        }
    }

    private static boolean isInstalled() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }

    private static String domainOf(MonitorMetrics metrics) {
        String all = new String(metrics.scrape(null).body(), StandardCharsets.UTF_8);
        return all.lines()
                .filter(l -> l.startsWith("tidemark_") || l.matches("# (HELP|TYPE) tidemark_.*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What promtool says on both of its streams. */
    private static String lint(Path dir, String exposition) throws IOException, InterruptedException {
        Path input = Files.writeString(dir.resolve("metrics.txt"), exposition);
        Path output = dir.resolve("said.txt");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
