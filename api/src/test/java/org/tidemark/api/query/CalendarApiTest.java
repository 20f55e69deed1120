package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.observation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.BeliefStore;
import org.tidemark.engine.store.PooledFigureStore;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.measure.PanelMember;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;
import org.tidemark.wire.Codecs;

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
    void whatIsKnownOfAReleaseIsForgottenWithTheFigureThatChangesIt() throws Exception {
        JsonNode before = rows("?economy=DK").get(0).path("worth");
        assertThat(rows("?economy=DK").get(0).path("worth")).isEqualTo(before);

        fixture.stores.put(observation("DK", "2024", 40.0, "2025-02-28"), false);

        assertThat(rows("?economy=DK").get(0).path("worth")).isNotEqualTo(before);
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

    /** What the partition of panels believes of a figure, and what it keeps of it for the pools. */
    private void compared(String economy, String source, String indicator, String period, double value, String day) {
        Instant published = PublicationDate.parse(day);
        FigureId figure = new FigureId(new SeriesId(indicator, economy, SeriesId.TOTAL, source), Period.parse(period));
        new BeliefStore(fixture.stores, StorePlace.PANELS).put(PanelMember.of("WORLD", figure), value, null, published);
        new PooledFigureStore(fixture.stores, Codecs.singleObject())
                .put(
                        indicator.substring("adoption.".length()),
                        new ValueChange(
                                figure,
                                CurrentValue.NONE,
                                new CurrentValue(value, null, published),
                                new BatchId(source, day, published, "f00d"),
                                false));
        PublicationStore.ofPanels(fixture.stores).note("", source, published, false);
    }

    private void fillTheWorld() {
        List<String> codes = List.of(
                "AT", "AU", "BE", "CA", "CH", "CN", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "HU", "IE", "IN", "IT",
                "JP", "KE", "KR", "MX", "NL", "NO", "PL", "SE", "US");
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            double use = 10 + i;
            compared(code, "MICROSOFT_AIEI", "adoption.people.any_use", "2024-H1", use, "2024-09-30");
            compared(code, "MICROSOFT_AIEI", "adoption.people.any_use", "2024-H2", use + 2, "2025-03-31");
            compared(code, "MICROSOFT_AIEI", "adoption.people.any_use", "2025-H1", use + 5, "2025-09-30");
        }
    }

    @Test
    void ofWhatCrossesEconomiesItIsToldFromWhatThePanelsHold() throws Exception {
        fillTheWorld();

        JsonNode rows = rows("?measure=across");

        assertThat(rows)
                .extracting(row -> row.path("economy").asText() + " "
                        + row.path("concept").asText() + " "
                        + row.path("source").asText())
                .contains("WORLD adoption_mean MICROSOFT_AIEI", "WORLD north_south MICROSOFT_AIEI");
        assertThat(rows("?measure=divergence.verdict").at("/0/concept").asText())
                .isEqualTo("people.any_use");
        assertThat(rows("?measure=across&economy=WORLD")).isEqualTo(rows);
        assertThat(rows("?measure=across&economy=DK")).isEmpty();
        JsonNode mean = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("concept").asText().equals("adoption_mean"))
                .findFirst()
                .orElseThrow();
        assertThat(mean.path("figures").asInt()).isEqualTo(26);
        assertThat(mean.at("/worth/expected_move").doubleValue()).isBetween(0.1, 5.0);
        assertThat(rows("?measure=across&as_of=2025-08-31")).isEmpty();
    }

    @Test
    void ofPooledProjectionsItIsToldOfEachEconomyOfThePool() throws Exception {
        fillTheWorld();

        JsonNode rows = rows("?measure=penetration.projected");

        assertThat(rows)
                .hasSize(26)
                .extracting(row -> row.path("source").asText())
                .containsOnly("MICROSOFT_AIEI");
        JsonNode one = rows("?measure=penetration.projected&economy=DK");
        assertThat(one).hasSize(1);
        assertThat(one.get(0))
                .isEqualTo(StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.path("economy").asText().equals("DK"))
                        .findFirst()
                        .orElseThrow());
        assertThat(one.at("/0/worth/variance_reduction").doubleValue()).isBetween(0.05, 1.0);
        assertThat(one.at("/0/worth/expected_move").doubleValue()).isBetween(0.1, 10.0);
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

    /** To who subscribes to it, what is not in it any more is called off. */
    @Test
    void halfAnICalendarIsNotTold() throws Exception {
        try (TwoMonitors monitors = new TwoMonitors()) {
            assertThat(monitors.asked.get("/api/v1/calendar.ics").statusCode()).isEqualTo(200);

            monitors.other.close();
            var response = monitors.asked.get("/api/v1/calendar.ics");

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("half of calendar is not told; ask again in some seconds");
        }
    }
}
