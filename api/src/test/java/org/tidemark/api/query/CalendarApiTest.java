package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.observation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/** What is awaited, and what it is worth. The clock of the fixture stands at 2025-11-30. */
class CalendarApiTest {
    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(observation("DK", "2021", 10.0, "2022-01-31"), false);
        fixture.stores.put(observation("DK", "2022", 13.0, "2023-01-31"), false);
        fixture.stores.put(observation("DK", "2023", 17.0, "2024-01-31"), false);
        fixture.stores.put(observation("DK", "2024", 22.0, "2025-01-31"), false);
        fixture.stores.put(observation("SE", "2024", 22.0, "2025-01-31"), false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    /** The same as of a figure of Denmark, of another source and indicator. */
    private static Observation figure(String source, String indicator, String period, double value) {
        Observation like = observation("DK", period, value, "2025-09-30");
        SeriesId series = new SeriesId(indicator, "DK", SeriesId.TOTAL, source);
        return new Observation(
                new FigureId(series, like.figure().period()),
                value,
                null,
                like.unit(),
                like.basis(),
                like.status(),
                new BatchId(source, "2025", like.published(), "f00d"),
                0,
                like.receivedAt(),
                null);
    }

    private JsonNode rows(String query) throws Exception {
        var response = fixture.get("/api/v1/calendar" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body()).path("calendar");
    }

    @Test
    void aSourceIsExpectedOnTheDayThatTheCatalogueStates() throws Exception {
        JsonNode rows = rows("");

        assertThat(rows).hasSize(2);
        JsonNode row = rows.get(0);
        assertThat(row.path("economy").asText()).isEqualTo("DK");
        assertThat(row.path("expected").asText()).isEqualTo("2025-12-11T23:59:59.999Z");
        assertThat(row.path("basis").asText()).isEqualTo("stated");
        assertThat(row.path("status").asText()).isEqualTo("awaited");
        assertThat(row.path("figures").asInt()).isEqualTo(1);
        assertThat(row.at("/worth/variance_reduction").doubleValue()).isBetween(0.05, 1.0);
        assertThat(row.at("/worth/deviation_after").doubleValue())
                .isLessThan(row.at("/worth/deviation_before").doubleValue());
        assertThat(row.at("/worth/expected_move").doubleValue()).isBetween(0.1, 10.0);
    }

    /** The level is surely above 10 and is not raised: one more release that agrees raises it only after two in a row. */
    @Test
    void anAlertIsRaisedByTheReleaseOnlyWhereAnotherHasSpokenForIt() throws Exception {
        JsonNode alerts = rows("").get(0).path("alerts");

        assertThat(StreamSupport.stream(alerts.spliterator(), false)
                        .map(a -> a.path("rule").asText()))
                .doesNotContain("PenetrationAbove10");
    }

    @Test
    void asOfTellsWhatWasAwaitedThen() throws Exception {
        JsonNode row = rows("?economy=DK&as_of=2024-12-31").get(0);

        assertThat(row.path("last").asText()).isEqualTo("2024-01-31");
        assertThat(row.path("expected").asText()).isEqualTo("2024-05-29T23:59:59.999Z");
        assertThat(row.path("newest_period").asText()).isEqualTo("2023");
    }

    @Test
    void asCsvEachEstimateAndSourceIsARow() throws Exception {
        List<String> lines =
                fixture.get("/api/v1/calendar?format=csv").body().lines().toList();

        assertThat(lines).hasSize(3).first().isEqualTo(CalendarCsv.HEADER);
        assertThat(lines.get(1)).contains(",DK,TOTAL,penetration,firms.any_use,2025-01-31,2025-12-11T23:59:59.999Z,");
    }

    @Test
    void ofAnotherMeasureItIsToldWhenItIsAskedFor() throws Exception {
        fixture.stores.put(figure("MICROSOFT_AIEI", "adoption.people.any_use", "2025-H1", 29.0), false);
        fixture.stores.put(figure("MICROSOFT_AIEI", "adoption.people.any_use", "2025-H2", 32.0), false);

        JsonNode rows = rows("?economy=DK&measure=penetration.pooled");

        assertThat(rows).extracting(row -> row.path("measure").asText()).containsOnly("penetration.pooled");
        assertThat(rows)
                .extracting(row ->
                        row.path("concept").asText() + " " + row.path("source").asText())
                .containsExactly(
                        "firms.any_use EUROSTAT",
                        "firms.any_use MICROSOFT_AIEI",
                        "people.any_use EUROSTAT",
                        "people.any_use MICROSOFT_AIEI");
        JsonNode worth = rows.get(0).path("worth");
        assertThat(worth.path("unit").asText()).isEqualTo("percentage_points");
        assertThat(worth.path("deviation_after").doubleValue()).isBetween(0.1, 10.0);
        assertThat(worth.path("expected_move").doubleValue()).isBetween(0.1, 10.0);
    }

    @Test
    void anUnknownMeasureIsAnErrorWithTheNearestName() throws Exception {
        var response = fixture.get("/api/v1/calendar?measure=penetration.pool");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("penetration.pooled");
    }

    @Test
    void asICalendarEachSourceIsADay() throws Exception {
        var response = fixture.get("/api/v1/calendar.ics");

        assertThat(response.headers().firstValue("content-type").orElseThrow()).startsWith("text/calendar");
        // Folded; the library does not count the space that begins a line.
        assertThat(response.body().lines()).allMatch(line -> line.length() <= 76);
        ICalendar calendar = Biweekly.parse(response.body()).first();
        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(response.body()).contains("DTSTART;VALUE=DATE:20251211");
        assertThat(calendar.getEvents().get(0).getDescription().getValue()).contains("Denmark, firms.any_use");
    }
}
