package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.api.query.AsPrometheus.EQ;
import static org.tidemark.api.query.AsPrometheus.NEQ;
import static org.tidemark.api.query.AsPrometheus.NRE;
import static org.tidemark.api.query.AsPrometheus.RE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.streams.state.FilledStores;

/** The history, asked for as Prometheus asks. Today is noon of 30 November 2025. */
class RemoteReadTest {
    private static final Instant NOW = Instant.parse("2025-11-30T12:00:00Z");
    private static final Instant YEARS_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant YEARS_AHEAD = Instant.parse("2035-01-01T00:00:00Z");
    private static final String REALTIME = "tidemark_history_estimate_realtime_ratio";

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(FilledStores.estimate("DE", "TOTAL", "2024-01-31", 20, 5));
        fixture.stores.put(FilledStores.estimate("DE", "TOTAL", "2025-01-31", 0, 0));
        fixture.stores.put(ahead(FilledStores.estimate("DE", "TOTAL", "2025-03-31", 30, 5)));
        fixture.stores.put(FilledStores.estimate("FR", "TOTAL", "2025-03-31", 10, 5));
    }

    private static Estimate ahead(Estimate e) {
        List<HorizonValue> levels = new ArrayList<>(e.levels());
        levels.add(new HorizonValue(Horizon.P1Y, new Banded(40, 35, 45, 30, 50), null));
        return new Estimate(
                e.key(), e.asOf(), e.period(), e.inputs(), "abc", e.model(), e.unit(), levels, e.trajectory());
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private static AsPrometheus asking(String metric) throws Exception {
        return AsPrometheus.between(YEARS_AGO, YEARS_AHEAD)
                .matching(EQ, "__name__", metric)
                .matching(EQ, "job", "tidemark-history");
    }

    /** By a range of a day, as panels ask. */
    private NavigableMap<Instant, Double> samplesOfGermany(String metric) throws Exception {
        List<AsPrometheus.Series> series = asking(metric)
                .matching(EQ, "economy", "DE")
                .hinting(86_400_000, YEARS_AGO.toEpochMilli(), 86_400_000)
                .series(fixture);
        assertThat(series).hasSize(1);
        return series.get(0).samples();
    }

    @Test
    void whatWasSaidHasASampleAtEachMidnightUntilNowAndNoneWhileThereIsNoNumber() throws Exception {
        NavigableMap<Instant, Double> samples = samplesOfGermany(REALTIME);

        assertThat(samples.firstEntry().getKey()).isEqualTo("2024-02-01T00:00:00Z");
        assertThat(samples.firstEntry().getValue()).isEqualTo(0.2);
        assertThat(samples.floorKey(Instant.parse("2025-03-31T12:00:00Z"))).isEqualTo("2025-01-31T00:00:00Z");
        assertThat(samples.get(Instant.parse("2025-04-01T00:00:00Z"))).isEqualTo(0.3);
        assertThat(samples.lastEntry().getKey()).isEqualTo(NOW);
        assertThat(samples.headMap(NOW).keySet()).allMatch(at -> at.getEpochSecond() % 86_400 == 0);
        assertThat(samplesOfGermany("tidemark_history_estimate_realtime_lower80_ratio")
                        .lastEntry()
                        .getValue())
                .isEqualTo(0.29);
    }

    @Test
    void whatWasSaidOfAPeriodStandsAtItsEnd() throws Exception {
        NavigableMap<Instant, Double> samples = samplesOfGermany("tidemark_history_estimate_revised_ratio");

        assertThat(samples.firstEntry().getKey()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(samples.get(Instant.parse("2024-12-31T00:00:00Z"))).isEqualTo(0.2);
        assertThat(samples.get(Instant.parse("2025-01-01T00:00:00Z"))).isEqualTo(0.3);
    }

    @Test
    void whatIsExpectedStandsAtDaysToCome() throws Exception {
        assertThat(samplesOfGermany("tidemark_history_estimate_projected_ratio"))
                .isEqualTo(new TreeMap<>(Map.of(
                        Instant.parse("2024-07-03T00:00:00Z"), 0.3, Instant.parse("2025-07-03T00:00:00Z"), 0.4)));
        // France has too few figures.
        assertThat(asking("tidemark_history_estimate_projected_ratio").series(fixture))
                .hasSize(1);
    }

    @Test
    void hindsightIsWorkedOutOfTheFigures() throws Exception {
        fixture.stores.put(FilledStores.observation("DE", "2023", 21.0, "2024-01-31"), false);
        fixture.stores.put(FilledStores.observation("DE", "2024", 30.0, "2025-03-31"), false);

        assertThat(samplesOfGermany("tidemark_history_estimate_path_ratio").navigableKeySet())
                .containsExactly(Instant.parse("2023-07-03T00:00:00Z"), Instant.parse("2024-07-03T00:00:00Z"));
        assertThat(samplesOfGermany("tidemark_history_estimate_smoothed_ratio").lastKey())
                .isEqualTo(NOW);
    }

    @Test
    void whoTakesTheLastSampleOfFiveMinutesFindsOneAtEachOfHisInstants() throws Exception {
        Duration lookBack = Duration.ofMinutes(5);
        Duration step = Duration.ofMinutes(37);
        Instant first = Instant.parse("2025-06-01T00:13:00Z");
        NavigableMap<Instant, Double> samples = AsPrometheus.between(
                        first.minus(lookBack), first.plus(step.multipliedBy(100)))
                .matching(EQ, "__name__", REALTIME)
                .matching(EQ, "economy", "DE")
                .hinting(step.toMillis(), first.minus(lookBack).toEpochMilli(), 0)
                .series(fixture)
                .get(0)
                .samples();

        for (int i = 0; i <= 100; i++) {
            Instant at = first.plus(step.multipliedBy(i));
            assertThat(samples.subMap(at.minus(lookBack), false, at, true))
                    .as(at.toString())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, economy, DE, 1",
        "1, economy, DE, 1",
        "2, economy, D.|F., 2",
        "2, economy, D, 0",
        "3, economy, D., 1",
        "0, economy, Atlantis, 0",
        "0, measure, penetratoin, 0",
        "0, instance, '', 2",
        "1, instance, '', 0",
        "0, job, tidemark, 0",
        "2, sector, TOT.*, 2",
        "0, concept, firms.any_use, 2",
    })
    void matchersAreThoseOfPrometheus(int type, String label, String value, int series) throws Exception {
        AsPrometheus asking = AsPrometheus.between(YEARS_AGO, NOW)
                .matching(RE, "__name__", ".*_realtime_ratio")
                .matching(type, label, value);

        assertThat(asking.series(fixture)).hasSize(series);
        assertThat(List.of(EQ, NEQ, RE, NRE)).contains(type);
    }

    @Test
    void labelsAreThoseOfTheFileThatAReplayLeaves() throws Exception {
        assertThat(asking(REALTIME).series(fixture).get(0).labels().entrySet().stream()
                        .map(String::valueOf))
                .containsExactly(
                        "__name__=" + REALTIME,
                        "concept=firms.any_use",
                        "economy=DE",
                        "job=tidemark-history",
                        "measure=penetration",
                        "sector=TOTAL");
    }

    @Test
    void whatIsNoSuchRequestIsToldInOneLine() throws Exception {
        byte[] body = asking(REALTIME).body();
        requireRefused(415, "Content-Encoding: snappy", body, "Content-Type", "application/json");
        requireRefused(415, "Content-Encoding: snappy", body, "Content-Type", "application/x-protobuf");
        String[] headers = {"Content-Type", "application/x-protobuf", "Content-Encoding", "snappy"};
        requireRefused(400, "no snappy-compressed ReadRequest", new byte[] {1, 2, 3}, headers);
        requireRefused(
                400, "no regular expression", asking("x").matching(RE, "a", "(").body(), headers);
        requireRefused(400, "unknown type 9", asking("x").matching(9, "a", "b").body(), headers);
        requireRefused(
                400,
                "at most 10000",
                asking("x").matching(EQ, "a", "b".repeat(10_001)).body(),
                headers);
    }

    private void requireRefused(int status, String why, byte[] body, String... headers) throws Exception {
        var answer = AsPrometheus.send(fixture, body, headers);
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(said).isEqualTo(status);
        assertThat(said).contains(why).doesNotContain("\n");
    }

    @Test
    void anAnswerHasABound() throws Exception {
        for (int i = 0; i < 180; i++) {
            fixture.stores.put(FilledStores.estimate("DE", "S" + i, "1971-01-31", 20, 5));
        }
        var answer = AsPrometheus.between(Instant.EPOCH, NOW)
                .matching(EQ, "job", "tidemark-history")
                .answer(fixture);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("more than 1,000,000 samples; name an economy or a measure");
    }

    @Test
    void whereReadingNeedsATokenItIsAReading(@TempDir Path dir) throws Exception {
        Path readers = Files.writeString(dir.resolve("readers"), "prometheus:r3ad-a\n");
        try (QueryFixture guarded = new QueryFixture(
                HttpSettings.on(QueryServer.LOOPBACK).withReaders(Tokens.in(readers)), request -> List.of())) {
            assertThat(asking(REALTIME).answer(guarded).statusCode()).isEqualTo(401);
            assertThat(asking(REALTIME)
                            .answer(guarded, "Authorization", "Bearer r3ad-a")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anyOfTwoMonitorsAnswersForAllAndNeitherForHalf() throws Exception {
        try (TwoMonitors monitors = new TwoMonitors()) {
            List<AsPrometheus.Series> whole = asking(REALTIME).series(monitors.whole);
            assertThat(whole).hasSize(5);
            assertThat(asking(REALTIME).series(monitors.asked)).isEqualTo(whole);
            assertThat(asking(REALTIME).series(monitors.other)).isEqualTo(whole);

            monitors.other.close();
            var answer = asking(REALTIME).answer(monitors.asked);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("half of estimates is not told");
        }
    }
}
