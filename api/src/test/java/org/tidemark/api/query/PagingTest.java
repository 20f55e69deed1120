package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that follows next to the end has every row once, whatever arrives meanwhile. */
class PagingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final TwoMonitors monitors = new TwoMonitors();

    @BeforeEach
    void fill() {
        for (String period : List.of("2021", "2022", "2023", "2024-Q3")) {
            monitors.whole.stores.put(observation("DK", period, 10.0, "2025-05-31"), false);
            monitors.whole.stores.put(observation("DK", period, 11.0, "2025-06-30"), false);
            monitors.whole.stores.put(observation("FR", period, 5.0, "2025-05-31"), false);
        }
    }

    @AfterEach
    void close() throws Exception {
        monitors.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimates",
                "estimates?as_of=2024-06-01",
                "estimates?from=2024-01",
                "estimates?vintages=first",
                "news",
                "alerts",
                "alerts?status=active",
                "observations",
                "observations?vintages=all",
                "observations?economy=FR,DK&vintages=first",
                "smoothed",
                "quarantine?status=accepted",
                "rejected",
                "indicators",
                "economies",
                "concepts",
                "sectors",
                "measures",
                "sources",
                "releases",
                "rules"
            })
    void pagesOfOneTwoAndSevenRowsAreTheWhole(String question) throws Exception {
        List<JsonNode> whole = followed(monitors.whole, question, 100_000);

        for (int limit : List.of(1, 2, 7)) {
            assertThat(followed(monitors.whole, question, limit)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"estimates", "estimates?from=2024-01", "sectors", "concepts", "economies"})
    void pagesOfTwoMonitorsAreThoseOfOne(String question) throws Exception {
        List<JsonNode> whole = followed(monitors.asked, question, 100_000);

        assertThat(followed(monitors.asked, question, 1)).isEqualTo(whole);
        assertThat(followed(monitors.other, question, 2)).isEqualTo(whole);
    }

    @Test
    void whatArrivesBetweenTwoPagesNeitherRepeatsNorLosesARow() throws Exception {
        HttpResponse<String> first = monitors.whole.get("/api/v1/estimates?limit=2");
        assertThat(economies(first)).containsExactly("AT", "CN");

        // One before, one that was told anew, one that comes yet.
        monitors.whole.stores.put(estimate("BE", "TOTAL", "2024-07-31", 30, 5));
        monitors.whole.stores.put(estimate("CN", "TOTAL", "2024-07-31", 30, 5));
        monitors.whole.stores.put(estimate("ES", "TOTAL", "2024-07-31", 30, 5));
        HttpResponse<String> second = monitors.whole.get(String.valueOf(next(first)));
        HttpResponse<String> third = monitors.whole.get(String.valueOf(next(second)));

        assertThat(economies(second)).containsExactly("DE", "ES");
        assertThat(economies(third)).containsExactly("FR", "US");
        assertThat(next(third)).isNull();
    }

    @Test
    void theHeaderLeadsOnInEveryFormat() {
        HttpResponse<String> first = monitors.whole.get("/api/v1/estimates?limit=2&format=csv&horizon=P0D");
        HttpResponse<String> second = monitors.whole.get(String.valueOf(next(first)));

        assertThat(second.body().lines()).hasSize(3).first().asString().startsWith("as_of,");
        assertThat(next(first)).contains("format=csv", "limit=2", "horizon=P0D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", ".1", "AA.0", "%25%25.1", "AA.99999999999"})
    void anEndThatNobodyToldIsRefused(String after) {
        HttpResponse<String> answer = monitors.whole.get("/api/v1/estimates?after=" + after);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is no end of a page; follow next as it was told");
    }

    @Test
    void rowsOfOnePlaceAreCounted() {
        Cursor two = new Cursor(Places.figure(observation("DK", "2021", 1.0, "2025-05-31")), 2);
        var behind = Cursor.parse(two.written()).behind();

        assertThat(List.of(behind.test(two.place()), behind.test(two.place()), behind.test(two.place())))
                .containsExactly(false, false, true);
        assertThat(two.end(two.place(), 3)).isEqualTo(new Cursor(two.place(), 5));
    }

    private static List<JsonNode> followed(QueryFixture fixture, String question, int limit) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        String path = "/api/v1/" + question + (question.contains("?") ? "&" : "?") + "limit=" + limit;
        while (path != null) {
            HttpResponse<String> answer = fixture.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode page = JSON.readTree(answer.body());
            page.forEach(array -> {
                assertThat(array.size()).isLessThanOrEqualTo(limit);
                array.forEach(rows::add);
            });
            assertThat(page.path("next").textValue()).isEqualTo(next(answer));
            assertThat(page.get("truncated").booleanValue()).isEqualTo(page.has("next"));
            path = next(answer);
        }
        return rows;
    }

    private static List<String> economies(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body()).get("estimates").findValuesAsText("economy");
    }

    private static @Nullable String next(HttpResponse<String> answer) {
        Matcher link = NEXT.matcher(answer.headers().firstValue("link").orElse(""));
        return link.matches() ? link.group(1) : null;
    }
}
