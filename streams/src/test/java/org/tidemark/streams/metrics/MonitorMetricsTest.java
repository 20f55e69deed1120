package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.contrast;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.pooled;
import static org.tidemark.streams.state.FilledStores.withheld;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;

class MonitorMetricsTest {
    private static final BatchId BATCH = new BatchId("EUROSTAT", "r1", Instant.parse("2025-01-01T00:00:00Z"), "f00d");
    private static final String DE = "{concept=\"firms.any_use\",economy=\"DE\",sector=\"TOTAL\"}";

    /** Shown only of what has ended. */
    private static final int ENDED = 1;

    private static final Clock TODAY = Clock.fixed(Instant.parse("2024-05-31T12:00:00Z"), ZoneOffset.UTC);

    private final FilledStores stores = new FilledStores();
    private final MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000, TODAY);

    @AfterEach
    void close() throws Exception {
        metrics.close();
    }

    private List<String> scraped(MonitorMetrics from) {
        String text = new String(from.scrape(null).body(), StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    private List<String> domain(MonitorMetrics from) {
        return scraped(from).stream().filter(l -> l.startsWith("tidemark_")).toList();
    }

    @Test
    void aCellShowsItsLevelItsBandItsSpeedItsStageAndItsAge() {
        stores.put(estimate("DE", "TOTAL", "2024-05-31", 20, 5));
        metrics.read(stores);

        assertThat(domain(metrics))
                .contains(
                        "tidemark_penetration_nowcast_ratio" + DE + " 0.21",
                        "tidemark_penetration_nowcast_lower80_ratio" + DE + " 0.2",
                        "tidemark_penetration_nowcast_upper95_ratio" + DE + " 0.23",
                        "tidemark_penetration_latest_ratio" + DE + " 0.2",
                        "tidemark_penetration_speed_ratio_per_year" + DE + " 0.0325",
                        "tidemark_penetration_stage_ratio" + DE.replace("}", ",stage=\"growth\"}") + " 0.75",
                        "tidemark_estimate_inputs" + basis() + " 5.0",
                        "tidemark_estimate_as_of_timestamp_seconds" + basis() + " 1.717199999999E9",
                        "tidemark_estimate_period_end_timestamp_seconds" + basis() + " 1.7040672E9",
                        "tidemark_stores_readable 1.0",
                        "tidemark_series_dropped 0.0");
    }

    @Test
    void whatIsHeldIsCountedBySource() {
        Assessment held = new Assessment(
                new PartId("DE", "adoption.firms.any_use", BATCH),
                new Scores(12, 12, 1, 0.25, 0.25, 1.3, 3, 0, 0, 0),
                List.of(),
                Assessment.Status.HELD,
                0,
                "",
                List.of(),
                null);
        new JudgementStore(stores, Codecs.singleObject()).put(held);
        metrics.read(stores);
        metrics.flow().judged(held);

        assertThat(domain(metrics))
                .contains(
                        "tidemark_quarantine_held{source=\"EUROSTAT\"} 1.0",
                        "tidemark_releases_judged_total{status=\"held\"} 1.0");
    }

    private static String basis() {
        return DE.replace(",sector", ",measure=\"penetration\",sector");
    }

    @Test
    void aContrastShowsItsBandItsSignAndTheSmallestEffectAsSharesOfOne() {
        stores.put(contrast("INDEED:construction", -20));
        metrics.read(stores);

        String cell = "{concept=\"postings\",economy=\"US\",sector=\"INDEED:construction\"}";
        assertThat(domain(metrics))
                .contains(
                        "tidemark_displacement_contrast_ratio" + cell + " -0.2",
                        "tidemark_displacement_contrast_lower95_ratio" + cell + " -0.22",
                        "tidemark_displacement_contrast_negative_probability" + cell + " 0.75",
                        "tidemark_displacement_contrast_smallest_effect_ratio" + cell + " 0.055")
                .noneMatch(l -> l.startsWith("tidemark_penetration") || l.startsWith("tidemark_demand_gap"));
    }

    @Test
    void aPooledEstimateShowsItsBandItsSpeedAndTheDriftOfTheSourcesOfItsConcept() {
        stores.put(pooled("TOTAL"));
        stores.put(pooled("NACE:J"));
        metrics.read(stores);

        String cell = "{concept=\"people.any_use\",economy=\"DE\",sector=\"TOTAL\"}";
        assertThat(domain(metrics))
                .contains(
                        "tidemark_penetration_pooled_ratio" + cell + " 0.31",
                        "tidemark_penetration_pooled_lower80_ratio" + cell + " 0.3",
                        "tidemark_penetration_pooled_upper80_ratio" + cell + " 0.32",
                        "tidemark_penetration_pooled_speed_ratio_per_year" + cell + " 0.0325")
                .noneMatch(l -> l.startsWith("tidemark_penetration_nowcast_ratio"))
                .filteredOn(l -> l.startsWith("tidemark_source_drift_z"))
                .containsExactly(
                        "tidemark_source_drift_z{concept=\"people.any_use\",economy=\"DE\",source=\"MICROSOFT_AIEI\"} -1.5");
    }

    @Test
    void whatIsWithheldIsSaidToBeAndHasNoLevel() {
        stores.put(withheld("no exposure of Germany is held"));
        metrics.read(stores);

        assertThat(domain(metrics))
                .contains("tidemark_estimate_withheld{concept=\"jobs.firms.any_use\",economy=\"DE\","
                        + "measure=\"displacement.ledger\",sector=\"TOTAL\"} 1.0")
                .noneMatch(l -> l.startsWith("tidemark_displacement_ledger"));
    }

    @Test
    void whatItIsTooEarlyForIsAbsent() {
        stores.put(estimate("DE", "TOTAL", "2024-05-31", 20, 3));
        stores.put(estimate("FR", "TOTAL", "2024-05-31", 20, 0));
        metrics.read(stores);

        assertThat(domain(metrics))
                .contains("tidemark_penetration_nowcast_ratio" + DE + " 0.21")
                .noneMatch(
                        l -> l.startsWith("tidemark_penetration_speed") || l.startsWith("tidemark_penetration_stage"))
                .noneMatch(l -> l.contains("FR"));
    }

    @Test
    void storesThatMoveLeaveTheRestOfTheScrapeAlone() {
        stores.move();
        metrics.read(stores);

        assertThat(scraped(metrics))
                .contains("tidemark_stores_readable 0.0", "tidemark_observations_total{outcome=\"late\"} 0.0")
                // A count that falls to 0 and comes back would be taken for new refusals.
                .noneMatch(l -> l.startsWith("tidemark_rejected_total"))
                .anyMatch(l -> l.startsWith("jvm_memory_used_bytes"));
    }

    @Test
    void everyOutcomeIsCountedFromZero() {
        FlowListener flow = metrics.flow();
        flow.applied(new ReleaseOutcome(
                "DE", BATCH, 3, new TreeMap<>(Map.of(Outcome.ACCEPTED, 2, Outcome.REVISED, 1)), new TreeMap<>(), 4));
        flow.leftPending(new ReleaseEnd("DE", BATCH, 3, false, false));

        assertThat(domain(metrics))
                .contains(
                        "tidemark_observations_total{outcome=\"accepted\"} 2.0",
                        "tidemark_observations_total{outcome=\"revised\"} 1.0",
                        "tidemark_observations_total{outcome=\"duplicate\"} 0.0",
                        "tidemark_withdrawn_by_absence_total 4.0",
                        "tidemark_releases_applied_total 1.0",
                        "tidemark_releases_left_pending_total 1.0");
    }

    @Test
    void whatTheRejectedTopicHoldsIsCountedByPartitionAndFromZero() {
        RejectionStore store = new RejectionStore(stores, Codecs.singleObject());
        store.begin(0);
        store.begin(1);
        store.add(1, refused("a.csv, line 2", "1"), Instant.EPOCH);
        store.add(1, refused("a.csv, line 3", "2"), Instant.EPOCH);
        store.add(1, refused("a.csv, line 3", "2"), Instant.EPOCH);
        metrics.read(stores);

        assertThat(domain(metrics))
                .contains(
                        "tidemark_rejected_total{partition=\"1\",reason=\"bad_number\"} 2.0",
                        "tidemark_rejected_total{partition=\"1\",reason=\"bad_period\"} 0.0",
                        "tidemark_rejected_total{partition=\"0\",reason=\"bad_number\"} 0.0");
    }

    private static Rejection refused(String place, String id) {
        return new Rejection(
                RejectReason.BAD_NUMBER, "what", place, null, null, null, null, new byte[0], "load", null, id);
    }

    @Test
    void theCapHoldsWhateverArrivesAndWholeEconomiesComeFirst() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            stores.put(estimate("AREA" + i, i % 2 == 0 ? "TOTAL" : "NAICS:51", "2024-05-31", 20, 5));
        }
        try (MonitorMetrics capped = new MonitorMetrics(Codecs.singleObject(), 500)) {
            capped.read(stores);

            List<String> shown = domain(capped);

            assertThat(shown).hasSizeBetween(460, 500).noneMatch(l -> l.contains("NAICS"));
            long dropped = 10_000L * (CellGauges.all().size() - ENDED)
                    - shown.stream().filter(l -> l.contains("economy=")).count();
            assertThat(shown).contains("tidemark_series_dropped " + (double) dropped);
        }
    }

    @Test
    void noSeriesComesTwiceAndNoneHasATimestamp() {
        stores.put(estimate("DE", "TOTAL", "2024-05-31", 20, 5));
        stores.put(estimate("DE", "NAICS:51", "2024-05-31", 20, 5));
        metrics.read(stores);

        List<String> samples =
                scraped(metrics).stream().filter(l -> !l.startsWith("#")).toList();

        assertThat(samples)
                .allMatch(l -> l.matches("[a-z_][a-zA-Z0-9_]*(\\{[^}]*})? [-+0-9.eEInfNa]+"))
                .extracting(l -> l.substring(0, l.lastIndexOf(' ')))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyNameOfTheDomainHasHelpAndAType() {
        stores.put(estimate("DE", "TOTAL", "2024-05-31", 20, 5));
        metrics.read(stores);
        metrics.flow().applied(new ReleaseOutcome("DE", BATCH, 0, new TreeMap<>(), new TreeMap<>(), 0));

        List<String> lines = scraped(metrics);

        assertThat(domain(metrics)).extracting(l -> l.split("[{ ]", 2)[0]).allSatisfy(name -> assertThat(lines)
                .anyMatch(l -> l.startsWith("# HELP " + name + " "))
                .anyMatch(l -> l.startsWith("# TYPE " + name + " ")));
    }
}
