package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tells how right the calendar would have been. */
class CalendarScoreTest {
    private static final String HEADER = "source,indicator,economy,sector,period,value,unit,published\n";

    @TempDir
    private Path dir = Path.of("");

    /** Quarterly figures on a logistic, each published 30 days after its quarter, the last one ten days later than usual. */
    private Path quarters() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            LocalDate end = LocalDate.of(2020, 1, 1).plusMonths(3L * (i + 1)).minusDays(1);
            rows.append(String.format(
                    Locale.ROOT,
                    "CHALLENGER,adoption.firms.any_use,DE,TOTAL,%d-Q%d,%.2f,percent,%s%n",
                    2020 + i / 4,
                    1 + i % 4,
                    100 / (1 + Math.exp(2 - 0.15 * i)),
                    end.plusDays(i == 9 ? 40 : 30)));
        }
        return Files.writeString(dir.resolve("quarters.csv"), rows);
    }

    @Test
    void eachReleaseIsHeldAgainstWhatWasKnownBeforeIt() throws IOException {
        CliRun run = CliRun.of("calendar", "--score", quarters().toString());

        assertThat(run.exit()).as(run.err()).isZero();
        // Seven releases after the first three, six of them within a day or two of the quarter's rhythm.
        assertThat(run.out()).containsPattern("CHALLENGER +7 +[01].[05] +[+][0-3].[0-9] +[78][0-9] %");
        assertThat(run.out()).containsPattern("CHALLENGER +7( +[0-9]+.[0-9][0-9]){5}");
    }

    @Test
    void whereNothingCanBeScoredThatIsSaid() throws IOException {
        Path one = Files.writeString(
                dir.resolve("one.csv"),
                HEADER + "EUROSTAT,adoption.firms.any_use,DE,TOTAL,2024,19.8,percent,2025-01-31\n");

        CliRun run = CliRun.of("calendar", "--score", one.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("no day to score").contains("no worth to score");
    }

    @Test
    void filesThatAreNotThereEndIt() {
        CliRun run = CliRun.of("calendar", "--score", dir.resolve("absent").toString());

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("absent");
    }
}
