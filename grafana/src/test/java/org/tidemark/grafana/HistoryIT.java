package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history dashboard on blocks made of a replay of the shipped figures. */
class HistoryIT {
    @Test
    void everyPanelOfTheHistoryHasSomethingToShow(@TempDir Path dir) throws Exception {
        Program promtool = Program.assumed("promtool");
        Program unused = Program.assumed("prometheus");
        String out = dir.resolve("out").toString();
        Path blocks = dir.resolve("blocks");
        Program.Result replayed = Tidemark.run(dir, "replay", "--data", Place.SHIPPED_FIGURES.toString(), "--out", out);
        assertThat(replayed.exit()).as(replayed.said()).isZero();
        assertThat(Tidemark.run(dir, "history", out).exit()).isZero();
        Program.Result made = promtool.run(
                dir,
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                "--max-block-duration=8760h",
                out + "/history.om",
                blocks.toString());
        assertThat(made.exit()).as(made.said()).isZero();

        try (Running prometheus = Watching.prometheusOn(blocks, dir)) {
            PanelQueries queries = new PanelQueries(prometheus, Duration.ofDays(6 * 365));
            List<String> empty = queries.empty(Board.named("history"));

            assertThat(empty).isEmpty();
        }
    }
}
