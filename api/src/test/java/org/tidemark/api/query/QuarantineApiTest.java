package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.observation;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.CheckResult;
import org.tidemark.judge.Effect;
import org.tidemark.judge.Measure;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;
import org.tidemark.series.Observation;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

/** What is held can be seen, with its reason and what it would do; and estimates can be asked for as if it were believed. */
class QuarantineApiTest {
    private final QueryFixture fixture = new QueryFixture();
    private final Observation held = observation("DK", "2023", 60.0, "2025-06-30");

    @BeforeEach
    void fill() {
        fixture.stores.put(observation("DK", "2021", 23.9, "2022-01-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.2, "2024-05-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.25, "2024-12-31"), false);
        new FigureStore(fixture.stores, Codecs.singleObject())
                .put(new FigureStore.Held(held, FigureStore.Kind.HELD, null));
        put(held, Status.HELD, "restated figures move");
        put(observation("FR", "2023", 6.0, "2025-06-30"), Status.ACCEPTED, "");
    }

    private void put(Observation of, Status status, String reason) {
        Scores scores = new Scores(12, 12, 1, 0.25, 0.25, 1.3, 3, 0, 0, 0);
        new JudgementStore(fixture.stores, Codecs.singleObject())
                .put(new Assessment(
                        new PartId(of.economy(), of.figure().series().indicator(), of.batch()),
                        scores,
                        List.of(CheckResult.of(Measure.SHIFT, scores, 0.05)),
                        status,
                        0,
                        reason,
                        List.of(new Effect(
                                new EstimateKey(of.economy(), "TOTAL", "penetration", FilledStores.CONCEPT),
                                "percent",
                                15.25,
                                60.0)),
                        null));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private String body(String path) {
        HttpResponse<String> response = fixture.get("/api/v1/" + path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void whatIsHeldIsListedWithItsScoresAndBounds() {
        assertThat(body("quarantine?format=csv").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("2025-06-30T23:59:59.999Z,EUROSTAT,DK,adoption.firms.any_use,")
                .contains(",held,0,12,12,1,0.25,0.05,");
    }

    @Test
    void whatItWouldDoStandsBesideIt() {
        assertThat(body("quarantine?status=held"))
                .contains("\"reason\":\"restated figures move\"")
                .contains("\"without\":15.25,\"with\":60");
    }

    @Test
    void whatWasAcceptedIsToldWhenAskedFor() {
        assertThat(body("quarantine?status=accepted&format=csv").lines().skip(1))
                .singleElement()
                .asString()
                .contains(",FR,");
    }

    @Test
    void whatWasHeldThenIsToldThoughALaterReleaseHasSupersededIt() {
        put(held, Status.SUPERSEDED, "restated figures move");
        put(observation("DK", "2023", 15.3, "2025-08-31"), Status.ACCEPTED, "");

        assertThat(body("quarantine?status=held&format=csv").lines()).hasSize(1);
        assertThat(body("quarantine?status=held&as_of=2025-08-31&format=csv").lines())
                .hasSize(1);
        assertThat(body("quarantine?status=held&as_of=2025-07&format=csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains(",DK,")
                .contains(",held,");
        assertThat(body("quarantine?status=held&as_of=2025-05&format=csv").lines())
                .hasSize(1);
    }

    @Test
    void aHeldFigureIsAVintageThatIsNotBelieved() {
        assertThat(body("observations?economy=DK&period=2023&format=csv"))
                .contains(",15.25,")
                .doesNotContain(",60,");
        assertThat(body("observations?economy=DK&period=2023&vintages=all&format=csv"))
                .contains(ObservationCsv.HELD);
    }

    @Test
    void whatWasSaidFirstOfAFigureCanBeAskedFor() {
        assertThat(body("observations?economy=DK&period=2023&vintages=first&format=csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains(",15.2,");
    }

    @Test
    void whatWasSaidFirstOfEachPeriodCanBeAskedFor() {
        fixture.stores.put(FilledStores.estimate("DE", "TOTAL", "2024-02-01", 10, 5));
        fixture.stores.put(FilledStores.estimate("DE", "TOTAL", "2024-06-01", 12, 5));
        fixture.stores.put(FilledStores.estimate("DE", "TOTAL", "2025-02-01", 20, 6));

        assertThat(body("estimates?economy=DE&vintages=first&horizon=P0D&format=csv")
                        .lines()
                        .skip(1))
                .hasSize(2)
                .anyMatch(row -> row.contains(",2023,P0D,10,"))
                .anyMatch(row -> row.contains(",2024,P0D,20,"));
    }

    @Test
    void estimatesCanBeAskedForAsIfWhatIsHeldWereBelieved() {
        String with = body("estimates?economy=DK&quarantine=with&measure=penetration&horizon=P0D&format=csv");

        double level = Double.parseDouble(
                with.lines().skip(1).findFirst().orElseThrow().split(",", -1)[7]);
        assertThat(level).isGreaterThan(40);
    }

    @Test
    void withWhatIsHeldOnlyThePresentOfOneEconomyIsTold() {
        HttpResponse<String> response = fixture.get("/api/v1/estimates?quarantine=with");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("quarantine=with tells the present of an economy");
    }
}
