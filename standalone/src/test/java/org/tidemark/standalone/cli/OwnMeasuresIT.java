package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.standalone.table.ReplayRow;
import org.tidemark.standalone.table.ReplayTable;

/** A user's own recipe of each kind, from a file to a number, as docs/measures.md shows it. */
class OwnMeasuresIT {
    private static final Path DOCS = Path.of("../docs");
    private static final Path FIGURES = Path.of("src/main/resources/org/tidemark/standalone/run/reference-figures.csv");

    @TempDir
    private Path dir = Path.of("");

    @Test
    void aRecipeOfEachKindMakesTheNumberThatIsDocumented() throws Exception {
        Path out = dir.resolve("out");

        CliRun run = CliRun.of(
                "replay",
                "--data",
                FIGURES.toString(),
                "--catalogue",
                DOCS.resolve("examples/own-measures.yaml").toString(),
                "--out",
                out.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = new ArrayList<>();
        try (ReplayTable table = ReplayTable.open(out.resolve("recipes.csv"), List.of("row", "recipe"))) {
            for (ReplayRow row = table.read(); row != null; row = table.read()) {
                if (row.text("row").isEmpty()) {
                    lines.add("| `%s` | %s | %s | %s | %s | %s to %s | %s |"
                            .formatted(
                                    row.text("recipe"),
                                    row.text("kind"),
                                    row.text("economy"),
                                    row.text("period"),
                                    row.text("value"),
                                    row.text("lower80"),
                                    row.text("upper80"),
                                    row.text("unit")));
                }
            }
        }
        assertThat(lines).hasSize(9);
        assertThat(Files.readAllLines(DOCS.resolve("measures.md"))).containsAll(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine: { kind: guess, unit: x, indicators: { a: trade.a } } | measure mine: kind: 'guess'; write one of compare",
                "mine: { kind: rate, unit: x, indicators: { a: nowhere.a } } | measure mine: indicators: a: nowhere.a falls under no declared family; declare one",
                "mine: { kind: compose, unit: x, indicators: { a: 'estimate:compose/mine', b: trade.a } } | measure mine: indicators: rests on itself by way of mine; take one",
                "mine: { kind: compare, unit: x, indicators: { a: trade.a, b: robots.b } } | measure mine: indicators: its parts are in billion_usd and units; take log"
            })
    void oneThatCannotBeIsRefusedInOneLineBeforeAnythingStarts(String recipe, String refusal) throws Exception {
        String own = Files.writeString(dir.resolve("own.yaml"), "measures:\n  " + recipe.strip() + "\n")
                .toString();
        String figures = FIGURES.toString();
        Path none = dir.resolve("none");
        // Nothing listens there: a command that went on to the cluster would say so.
        String nowhere = "127.0.0.1:1";

        List<CliRun> runs = List.of(
                CliRun.of("up", "--once", "--ephemeral", "--catalogue", own),
                CliRun.of("replay", "--data", figures, "--out", none.toString(), "--catalogue", own),
                CliRun.of("ingest", "--bootstrap", nowhere, "--catalogue", own, figures),
                CliRun.of("recipes", "--data-dir", none.toString(), "--catalogue", own),
                CliRun.of("monitor", "--bootstrap", nowhere, "--catalogue", own));

        assertThat(runs).allSatisfy(run -> {
            assertThat(run.exit()).isNotZero();
            assertThat(run.err()).startsWith("tidemark: catalogue: " + refusal.strip());
            assertThat(run.err().strip().lines()).hasSize(1);
        });
        assertThat(none).doesNotExist();
    }
}
