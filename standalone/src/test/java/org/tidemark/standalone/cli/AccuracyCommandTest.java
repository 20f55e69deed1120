package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccuracyCommandTest {
    private static final String HEADER = "source,indicator,economy,sector,period,value,unit,published\n";

    @TempDir
    private Path dir = Path.of("");

    /** Logistic, from 5 to 90 percent within sixteen years, two economies. */
    private Path curves() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (String economy : new String[] {"DE", "FR"}) {
            for (int i = 0; i < 16; i++) {
                double value = 95 / (1 + Math.exp(-0.4 * (i - 7)));
                rows.append(String.format(
                        Locale.ROOT,
                        "EUROSTAT,adoption.firms.any_use,%s,TOTAL,%d,%.2f,percent,%d-01-31%n",
                        economy,
                        2001 + i,
                        value,
                        2002 + i));
            }
        }
        return Files.writeString(dir.resolve("curves.csv"), rows);
    }

    @Test
    void eachConceptAndHorizonHasARowASentenceAndStagesTheirDeciles() throws IOException {
        CliRun run = CliRun.of("accuracy", "--data", curves().toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("firms.any_use\n  1 year +26 +2 ")
                .contains("firms.any_use, 1 year ahead, 26 projections: error ")
                .contains("firms.any_use, 5 years ahead, 16 projections: error ")
                .contains("stages, 26 told of 2 series: log score ")
                .contains("before, the ceiling taken to be everybody: log score ")
                .containsPattern("its filter on one series alone\n  firms.any_use +30 ");
    }

    @Test
    void whereNothingHasMaturedThatIsSaid() throws IOException {
        Path file = Files.writeString(
                dir.resolve("two.csv"),
                HEADER
                        + "EUROSTAT,adoption.firms.any_use,DE,TOTAL,2023,11.6,percent,2024-01-31\n"
                        + "EUROSTAT,adoption.firms.any_use,DE,TOTAL,2024,19.8,percent,2025-01-31\n");

        CliRun run = CliRun.of("accuracy", "--data", file.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("nothing to score").contains("stages: none to score");
    }

    @Test
    void filesThatAreNotThereEndIt() {
        CliRun run = CliRun.of("accuracy", "--data", dir.resolve("absent").toString());

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("absent");
    }
}
