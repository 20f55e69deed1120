package org.tidemark.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;

/** Declared measures for people, in 80 columns. */
class MeasuresTableTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final Words WORDS = new Words(CATALOGUE, false);

    private static Estimate measure(
            String economy, String kind, String recipe, String unit, double half, double value, @Nullable String why) {
        Banded band = new Banded(value, value - half, value + half, value - 2 * half, value + 2 * half);
        return new Estimate(
                new EstimateKey(economy, "TOTAL", kind, recipe),
                Instant.parse("2026-01-31T00:00:00Z"),
                Period.parse("2025"),
                12,
                "00",
                kind + "/1",
                unit,
                why == null ? List.of(new HorizonValue(Horizon.P0D, band, null)) : List.of(),
                null,
                List.of(),
                why);
    }

    @Test
    void eachNumberStandsUnderTheTitleOfItsRecipe() {
        List<String> lines = new MeasuresTable(WORDS, LocalDate.parse("2026-11-30"))
                .lines(List.of(
                        measure("WORLD", "shares", "robot_share", "percent", 3, 51, null),
                        measure("US", "compare", "jobless_growth", "probability", 0, 0.001, null),
                        measure("US", "rate", "labour_force_growth", "percent_per_year", 0.5, 0.7, null),
                        measure("WORLD", "rate", "e_commerce", "percent_per_year", 0, 0, "too few")));

        assertThat(lines)
                .containsExactly(
                        "Measures: one for each recipe that has a number, with its 80 % band",
                        "                 value             unit         period  age  figures",
                        "P(output grows and jobs do not)",
                        "  United States  <0.01             probability  2025    334       12",
                        "Growth of the labour force, last eight years",
                        "  United States  0.7 (0.2 to 1.2)  %/y          2025    334       12",
                        "China's share of robots installed",
                        "  World          51.0 (48 to 54)   %            2025    334       12",
                        "3 of 77 mechanisms have a number; './tidemark recipes' says what each of the",
                        "  others waits for");
    }

    @Test
    void withoutANumberItSaysSo() {
        assertThat(new MeasuresTable(WORDS, LocalDate.parse("2026-11-30")).lines(List.of()))
                .contains("no number: no figures that a recipe reads have been loaded");
    }

    @Test
    void theMapIsToldWithNumbersAndWithWhatIsWaitedFor() throws Exception {
        String answer =
                """
                {"rows": 2, "with_number": 1, "own": [], "recipes": [
                  {"row": 39, "mechanism": "Robots", "state": "number", "detail": "", "answers": [
                    {"recipe": "robot_share", "kind": "shares", "reads": ["robots.installations@ECONOMY:CN"],
                     "state": "number", "detail": "", "economies": 2, "economy": "WORLD", "period": "2023",
                     "unit": "percent", "value": 51, "lower80": 48, "upper80": 54, "lower95": 46, "upper95": 56}]},
                  {"row": 68, "mechanism": "Search", "state": "waiting", "detail": "x", "answers": [
                    {"recipe": "search", "kind": "shares", "reads": ["market.search"],
                     "state": "waiting", "detail": "market.search of WORLD", "economies": 0}]}]}
                """;

        assertThat(new ShownRecipes(WORDS).lines(new ObjectMapper().readTree(answer)))
                .containsExactly(
                        "39  Robots: number",
                        "    shares/robot_share 51.0 (48 to 54) %, World, 2023 and 1 more",
                        "      reads robots.installations@ECONOMY:CN",
                        "68  Search: waiting",
                        "    shares/search waits for market.search of WORLD",
                        "      reads market.search",
                        "1 of 2 mechanisms have a number");
    }
}
