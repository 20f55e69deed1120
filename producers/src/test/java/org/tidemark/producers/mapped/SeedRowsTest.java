package org.tidemark.producers.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.measure.AnswerState;
import org.tidemark.measure.RecipeState;
import org.tidemark.measure.RecipeStates;
import org.tidemark.measure.Reported;
import org.tidemark.measure.RowState;
import org.tidemark.producers.RealData;

/**
 * docs/seed-rows.md says of every mechanism which recipes answer it, and whether they have a number on the figures that ship
 * and the publishers' files. {@code -Dtidemark.print=true} writes it anew.
 */
class SeedRowsTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final Path PAGE = Path.of("../docs/seed-rows.md");
    private static final Path SHIPPED =
            Path.of("../standalone/src/main/resources/org/tidemark/standalone/run/reference-figures.csv");
    /** Of the other estimators only penetration is made here; that these have a number, tests of a replay hold. */
    private static final List<String> OTHERS =
            List.of("divergence.verdict", "baumol", "displacement.reinstatement", "demand_gap");

    private static final Map<AnswerState, String> WORDS = Map.of(
            AnswerState.NUMBER, "number",
            AnswerState.TOO_FEW, "too few figures",
            AnswerState.WAITING, "waiting",
            AnswerState.OUTSIDE, "outside");

    private static List<RowState> rows(List<Reported> latest) {
        return RecipeStates.of(CATALOGUE.recipes().measures(), latest);
    }

    /** All but the last column, which needs figures. */
    private static String declared(RowState row) {
        List<String> names = new ArrayList<>();
        for (RecipeState answer : row.answers()) {
            names.add(
                    answer.kind().equals("estimator")
                            ? "`" + answer.id() + "`"
                            : "`%s/%s`: %s".formatted(answer.kind(), answer.id(), String.join(", ", answer.reads())));
        }
        return "| %d | %s | %s |"
                .formatted(
                        row.row().number(),
                        row.row().title(),
                        names.isEmpty() ? "none" : String.join("; ", names).replace("|", "/"));
    }

    private static String line(RowState row) {
        String state = String.valueOf(WORDS.get(row.state()));
        return "%s %s%s |".formatted(declared(row), state, row.detail().isEmpty() ? "" : ": " + row.detail());
    }

    private static String page(List<RowState> rows) {
        long numbers =
                rows.stream().filter(row -> row.state() == AnswerState.NUMBER).count();
        return """
                # The map of mechanisms

                What the monitor is asked to cover, and what answers each row: made of the recipes by `SeedRowsTest`, which holds it. The last column is as of the figures that ship and the publishers' files of 2024 to 2026: **%d of %d rows have a number**.
                `tidemark recipes` says the same of whatever is loaded, and `recipes.csv` of a replay.

                | row | mechanism | answered by: what it reads | state |
                |---|---|---|---|
                %s
                """
                .formatted(
                        numbers,
                        rows.size(),
                        rows.stream().map(SeedRowsTest::line).collect(Collectors.joining("\n")));
    }

    @Test
    void thePageNamesTheRecipesOfEveryRow() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);

        assertThat(rows(List.of())).hasSize(77).allSatisfy(row -> assertThat(lines)
                .as(
                        "row %d; run with -Dtidemark.print=true to write the page anew",
                        row.row().number())
                .anyMatch(line -> line.startsWith(declared(row))));
    }

    @Test
    void thePageSaysWhatHasANumberOnTheFiles() throws IOException {
        MeasuredWorld world = new MeasuredWorld(CATALOGUE).reading(SHIPPED);
        for (String place : MeasuredWorld.PLACES) {
            world.reading(RealData.at(place));
        }
        List<Reported> latest = new ArrayList<>(world.measures().values().stream()
                .filter(Reported::isOne)
                .map(Reported::of)
                .toList());
        OTHERS.forEach(measure -> latest.add(new Reported("US", measure, "other", "2025", BAND, "", null)));
        List<RowState> rows = rows(latest);
        String page = page(rows);
        if (Boolean.getBoolean("tidemark.print")) {
            Files.writeString(PAGE, page);
        }

        assertThat(rows.stream()
                        .filter(row -> row.state() == AnswerState.NUMBER)
                        .count())
                .isGreaterThanOrEqualTo(44);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("null");
    }

    private static final org.tidemark.estimate.Banded BAND = new org.tidemark.estimate.Banded(0, 0, 0, 0, 0);
}
