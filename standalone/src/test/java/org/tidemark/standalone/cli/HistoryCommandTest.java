package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.query.EstimateCsv;

class HistoryCommandTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void saysHowMuchItHasWritten() throws IOException {
        Files.writeString(
                dir.resolve("estimates.csv"),
                EstimateCsv.HEADER
                        + "\n2016-01-02T00:00:00Z,penetration,firms.any_use,DE,TOTAL,2015,P0D,20,19,21,18,22,,percent,3,model,2015-01-01,2015-12-31\n");

        CliRun run = CliRun.of("history", dir.toString());

        assertThat(run)
                .isEqualTo(new CliRun(
                        0, "%s: 6 series of 1 cells, 12 samples%n".formatted(dir.resolve("history.om")), ""));
        assertThat(dir.resolve("history.om")).content().endsWith("\n# EOF\n");
    }

    @Test
    void aFolderWithoutEstimatesIsOneLine() {
        CliRun run = CliRun.of("history", dir.toString());

        assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
        assertThat(run.err()).contains("estimates.csv is absent; name a folder").hasLineCount(1);
    }

    @Test
    void tooManySeriesAreRefused() {
        CliRun run = CliRun.of("history", dir.toString(), "--series-max", "10001");

        assertThat(run.exit()).isEqualTo(ErrorLine.MISUSED);
        assertThat(run.err())
                .isEqualTo("tidemark: --series-max is 10001; write 1 to 10000; see 'tidemark history --help'\n");
    }
}
