package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.series.Period;

class EstimateFlowTest extends FlowSuite {
    private static final String POSTINGS = "adoption.postings.ai_share";
    private static final int STATE_BYTES_MAX = 16 * 1024;

    EstimateFlowTest(StoreKind kind) {
        super(kind);
    }

    private static ReleaseSent years(int figures) {
        ReleaseSent release = eurostat("2024-05-17");
        for (int i = 0; i < figures; i++) {
            release = release.figure(Integer.toString(2016 + i), 4.0 + i);
        }
        return release;
    }

    /** One figure a day, the last on 2024-05-16. */
    private static ReleaseSent daily(String indicator, int days) {
        LocalDate last = LocalDate.of(2024, 5, 16);
        ReleaseSent release = eurostat("2024-05-17");
        List<ReleaseSent.Figure> figures = last.minusDays(days - 1L)
                .datesUntil(last.plusDays(1))
                .map(day -> new ReleaseSent.Figure(
                        indicator, "TOTAL", Period.day(day), 4 + day.getDayOfYear() / 100.0, 0.1, "percent"))
                .toList();
        return new ReleaseSent(release.economy(), release.batch(), figures, false, false);
    }

    @Test
    void anEstimateIsKeyedByItsCellAndStampedWithTheInstantItWasKnownAt() {
        flow.send(years(2));

        TestRecord<String, byte[]> all = flow.estimateRecords().get(0);
        TestRecord<String, byte[]> latest = flow.latestRecords().get(0);
        Estimate estimate = Flow.decoded(Flow.CODECS.estimates(), all.value());
        assertThat(all.key()).isEqualTo(GERMANY);
        assertThat(all.timestamp()).isEqualTo(years(2).batch().published().toEpochMilli());
        assertThat(estimate.key()).isEqualTo(new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use"));
        assertThat(estimate.asOf()).isEqualTo(years(2).batch().published());
        assertThat(latest.key()).isEqualTo(all.key());
        assertThat(latest.value()).isEqualTo(all.value());
        assertThat(latest.timestamp()).isEqualTo(all.timestamp());
    }

    @Test
    void underThreeReadingsThereIsALevelAndNoTrajectory() {
        flow.send(years(2));

        Estimate estimate = onlyEstimate();
        assertThat(estimate.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.P0D, Horizon.NOW);
        assertThat(estimate.trajectory()).isNull();
    }

    @Test
    void ofThreeReadingsOneYearAheadIsSaidAndNoMore() {
        flow.send(years(3));

        assertThat(onlyEstimate().levels())
                .extracting(HorizonValue::horizon)
                .containsExactly(Horizon.P0D, Horizon.NOW, Horizon.P1Y);
    }

    @Test
    void fromFourReadingsOnThereAreProjectionsAndATrajectory() {
        flow.send(years(4));

        Estimate estimate = onlyEstimate();
        assertThat(estimate.levels()).extracting(HorizonValue::horizon).containsExactly(Horizon.values());
        assertThat(estimate.trajectory()).isNotNull();
    }

    @Test
    void levelsAreInTheIndicatorsUnit() {
        flow.send(years(1));

        HorizonValue level = onlyEstimate().levels().get(0);
        assertThat(level.band().value()).isBetween(3.0, 5.0);
        assertThat(onlyEstimateUnit()).isEqualTo("percent");
    }

    private String onlyEstimateUnit() {
        return flow.latest().values().iterator().next().unit();
    }

    @Test
    void ofADailyAverageOnlyTheWindowsThatEndOnAFridayAreRead() {
        // 2024-04-19 and 2024-04-26 are Fridays.
        flow.send(eurostat("2024-05-17")
                .figure(POSTINGS, "TOTAL", "2024-04-18", 2.0)
                .figure(POSTINGS, "TOTAL", "2024-04-19", 2.1)
                .figure(POSTINGS, "TOTAL", "2024-04-20", 2.2)
                .figure(POSTINGS, "TOTAL", "2024-04-26", 2.3)
                .figure(POSTINGS, "TOTAL", "2024-04-27", 2.4));

        assertThat(onlyEstimate().inputs()).isEqualTo(2);
        assertThat(flow.latest().firstKey()).isEqualTo("DE|TOTAL|penetration|postings.ai_share");
    }

    @Test
    void onlyAdoptionMakesAPenetration() {
        flow.send(eurostat("2024-05-17")
                .figure("exposure.jobs", "TOTAL", "2022", 60.0)
                .figure("adoption.firms.goods_services_next6m", "TOTAL", "2022", 9.0)
                .figure("labour.use.automation_share", "TOTAL", "2022", 43.0));

        assertThat(onlyOutcome().sent()).isEqualTo(3);
        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void anAdoptionIndicatorThatIsNoShareMakesNoPenetrationAndStopsNothing() {
        Catalogue own = ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "own",
                "indicators: { adoption.robots.heads: { unit: persons, range: [0, 1000000] }, "
                        + "adoption.firms.licences: { unit: percent, range: [0, 500] } }")));
        ReleaseSent.Figure heads = new ReleaseSent.Figure(
                "adoption.robots.heads", "TOTAL", Period.parse("2022"), 25_000.0, null, "persons");

        try (Flow with = new Flow(kind, own)) {
            with.send(years(1).with(heads).figure("adoption.firms.licences", "TOTAL", "2022", 250.0));

            assertThat(with.latest().keySet()).containsExactly(GERMANY);
        }
    }

    @Test
    void aReleaseWritesOneEstimateForEachCellThatItChanges() {
        ReleaseSent sectors = years(2).figure(ReleaseSent.ANY_USE, "NACE:J", "2022", 30.0)
                .figure(ReleaseSent.ANY_USE, "NACE:J", "2023", 33.0)
                .figure("adoption.people.any_use", "TOTAL", "2023", 28.0);
        flow.send(sectors);
        assertThat(flow.estimateRecords())
                .extracting(TestRecord::key)
                .containsExactly("DE|NACE:J|penetration|firms.any_use", GERMANY, "DE|TOTAL|penetration|people.any_use");

        flow.send(eurostat("2024-06-17").figure(ReleaseSent.ANY_USE, "NACE:J", "2023", 34.0));

        assertThat(flow.estimateRecords())
                .extracting(TestRecord::key)
                .containsExactly("DE|NACE:J|penetration|firms.any_use");
    }

    @Test
    void sourcesOfOneConceptArePooledInTheOrderOfTimeLengthAndSource() {
        List<ReleaseSent> releases = List.of(
                ReleaseSent.of("RAMP", "2024-05-17").figure("2022", 9.0).figure("2022-06-20/2022-07-14", 9.1),
                ReleaseSent.of("EUROSTAT", "2024-05-17").figure("2022", 8.0).figure("2021", 6.0),
                ReleaseSent.of("IFR", "2024-05-17").figure("2022", 8.5).figure("2023", 12.0));

        releases.forEach(flow::send);

        assertThat(flow.latest()).isEqualTo(Reference.latest(releases));
        assertThat(Objects.requireNonNull(flow.latest().get(GERMANY)).inputs()).isEqualTo(6);
    }

    @Test
    void estimatesWaitForTheLastReleaseOfTheirInstant() {
        ReleaseSent last = ReleaseSent.of("RAMP", "2024-05-17").figure("2023", 12.0);

        flow.send(years(2).withMoreAtInstant());
        assertThat(flow.estimateRecords()).isEmpty();
        flow.send(last);

        assertThat(onlyEstimate().inputs()).isEqualTo(3);
        assertThat(flow.outcomes()).hasSize(2);
    }

    @Test
    void aLastReleaseThatChangesNothingStillBringsOutWhatWaited() {
        flow.send(years(2).withMoreAtInstant());

        flow.send(ReleaseSent.of("RAMP", "2024-05-17"));

        assertThat(onlyEstimate().inputs()).isEqualTo(2);
    }

    @Test
    void whatWaitsInAnotherEconomyGoesOnWaiting() {
        flow.send(years(2).withMoreAtInstant());

        flow.send(years(1).in("FR"));

        assertThat(flow.estimateRecords()).extracting(TestRecord::key).allMatch(key -> key.startsWith("FR|"));
    }

    @Test
    void whatIsTakenBackWithinOneInstantWritesNoEstimate() {
        flow.send(years(2));
        skipOutputs();

        flow.send(
                ReleaseSent.of("RAMP", "2024-06-17").figure("2023", 12.0).withMoreAtInstant(),
                ReleaseSent.of("RAMP", "2024-06-17").load("load-2").figure("2023", 13.0));

        assertThat(flow.estimateRecords()).isEmpty();
    }

    @Test
    void aDailySeriesInOneReleaseIsOneUpdateAndNoStateValueGrowsWithIt() {
        flow.send(daily(ReleaseSent.ANY_USE, 5_000));

        assertThat(onlyEstimate().inputs()).isEqualTo(5_000);
        for (String store : flow.stores()) {
            assertThat(flow.entries(store)).allMatch(e -> e.key.get().length + e.value.length < STATE_BYTES_MAX, store);
        }
    }

    @Test
    void figuresOneByOneSayWhatOneReleaseSays() {
        ReleaseSent whole = daily(ReleaseSent.ANY_USE, 70);
        try (Flow atOnce = new Flow(kind).send(whole)) {
            for (int i = 0; i < 70; i++) {
                ReleaseSent.Figure figure = whole.figures().get(i);
                flow.send(eurostat("2024-05-17").release("r" + i).with(figure));
            }

            assertThat(flow.latestBytes()).isEqualTo(atOnce.latestBytes());
        }
    }
}
