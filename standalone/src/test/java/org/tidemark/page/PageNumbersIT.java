package org.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of each view, compared with the API's. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageNumbersIT extends VisitedPage {
    @ParameterizedTest
    @Order(1)
    @CsvSource({
        "#/, '', 30",
        "#/?as_of=2025-03-31, 2025-03-31, 10",
        "#/economy/DK?concept=firms.any_use, '', 2",
        "#/economy/US, '', 3",
        "#/across?concept=firms.any_use, '', 8",
        "#/measures, '', 10"
    })
    @DisplayName("every level on a view is the API's, to the last digit shown")
    void levelsAreThoseOfTheApi(String view, String asOf, int atLeast) throws Exception {
        browser.view(view);
        Map<String, List<String>> said = said(asOf);
        List<Map<String, String>> shown = marks("button.figure[data-cell]");

        assertThat(shown).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(mark -> assertThat(
                        said.getOrDefault(String.valueOf(mark.get("cell")), List.of()))
                .as(mark.toString())
                .contains((mark.get("median") + " " + mark.get("ends")).strip().replace(",", "")));
    }

    @Test
    @Order(2)
    @DisplayName("both days of As of are what the API said as of each, to the last digit shown")
    void bothDaysAreThoseOfTheApi() throws Exception {
        browser.view("#/asof?as_of=2025-12-31&from=2024-12-31");
        Map<String, List<String>> then = said("2024-12-31");
        Map<String, List<String>> now = said("2025-12-31");
        List<Map<String, String>> shown = marks("span[data-known]");

        assertThat(shown).hasSizeGreaterThan(20).allSatisfy(mark -> assertThat(
                        ("then".equals(mark.get("known")) ? then : now).get(mark.get("cell")))
                .as(mark.toString())
                .contains(String.valueOf(mark.get("text")).replace(",", "")));
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({"#/economy/DK?concept=firms.any_use, DK", "#/economy/US, US", "#/economy/CN, CN"})
    @DisplayName("figures, factors and lines of news on an economy are the API's, rounded to the digits shown")
    void otherNumbersAreThoseOfTheApi(String view, String economy) throws Exception {
        browser.view(view);
        List<BigDecimal> told = new ArrayList<>();
        for (String question : List.of("estimates?", "observations?vintages=all&", "news?from=1970&")) {
            ShownNumbers.of(ask(question + "limit=100000&economy=" + economy), told);
        }
        List<Map<String, String>> shown = new ArrayList<>(marks("main td span[data-value]"));
        shown.addAll(marks("main td span[data-impact]"));

        assertThat(shown).isNotEmpty().allSatisfy(mark -> {
            String value = mark.containsKey("value") ? mark.get("value") : mark.get("impact");
            if (!"null".equals(value) && value != null) {
                assertThat(told).as(mark.toString()).anyMatch(one -> one.compareTo(new BigDecimal(value)) == 0);
                assertThat(ShownNumbers.number(mark.get("text")))
                        .as(mark.toString())
                        .isEqualTo(ShownNumbers.asShown(value, mark.get("text")));
            }
        });
    }

    @Test
    @Order(3)
    @DisplayName("what comes next is the calendar's: day, status and the move that is expected")
    void whatComesNextIsTheCalendars() throws Exception {
        browser.view("#/");
        browser.await("document.querySelector('li[data-awaited]')");
        JsonNode calendar = ask("calendar?sector=TOTAL&limit=100000").path("calendar");
        List<Map<String, String>> shown = marks("li[data-awaited]");

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(mark -> assertThat(calendar).as(mark.toString()).anySatisfy(row -> {
                    assertThat(row.path("source").asText()).isEqualTo(mark.get("awaited"));
                    assertThat(row.path("expected").asText()).startsWith(String.valueOf(mark.get("expected")));
                    assertThat(mark.get("text"))
                            .contains(ShownNumbers.asShown(
                                            row.at("/worth/expected_move").asText(), "0.00") + " points");
                }));
    }

    @Test
    @Order(3)
    @DisplayName("speed, dispersion and the probability of drifting apart across economies are the API's")
    void columnsAcrossEconomiesAreThoseOfTheApi() throws Exception {
        browser.view("#/across?concept=firms.any_use");
        Map<String, JsonNode> told = new HashMap<>();
        ask("estimates?limit=100000&concept=firms.any_use").path("estimates").forEach(e -> told.put(cell(e), e));

        assertThat(marks("td span[data-speed]")).hasSizeGreaterThan(5).allSatisfy(mark -> assertThat(mark.get("text"))
                .as(mark.toString())
                .isEqualTo(Objects.requireNonNull(told.get(mark.get("speed")))
                        .at("/speed/said")
                        .asText()));
        assertThat(marks("td span[data-before]")).hasSize(3).allSatisfy(mark -> assertThat(
                        ShownNumbers.number(mark.get("text")))
                .as(mark.toString())
                .isEqualTo(ShownNumbers.asShown(
                        before(Objects.requireNonNull(told.get(mark.get("before")))), mark.get("text"))));
        assertThat(marks("td span[data-apart]")).hasSize(3).allSatisfy(mark -> {
            double negative = Objects.requireNonNull(told.get(mark.get("apart")))
                    .at("/levels/P0D/p_negative")
                    .asDouble();
            assertThat(mark.get("text")).as(mark.toString()).isEqualTo(chance(1 - negative));
        });
    }

    /** In percent, and never 0 or 100. */
    private static String chance(double p) {
        return p < 0.01 ? "< 1 %" : p > 0.99 ? "> 99 %" : Math.round(100 * p) + " %";
    }

    private static String before(JsonNode dispersion) {
        for (JsonNode term : dispersion.path("terms")) {
            if (term.path("name").asText().equals("dispersion_before")) {
                return term.path("value").asText();
            }
        }
        throw new AssertionError("no dispersion before in " + dispersion);
    }

    private static String cell(JsonNode e) {
        return "%s|%s|%s|%s"
                .formatted(
                        e.path("economy").asText(),
                        e.path("sector").asText(),
                        e.path("measure").asText(),
                        e.path("concept").asText());
    }

    /** What the API says of each cell: the latest level and the nowcast. */
    private Map<String, List<String>> said(String asOf) throws Exception {
        Map<String, List<String>> said = new HashMap<>();
        for (JsonNode e : ask("estimates?limit=100000" + (asOf.isEmpty() ? "" : "&as_of=" + asOf))
                .path("estimates")) {
            said.put(
                    cell(e),
                    List.of(e.at("/latest/said").asText(), e.at("/nowcast/said").asText()));
        }
        return said;
    }
}
