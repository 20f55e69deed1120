package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.series.QuarantineDecision;

/** Alerts on event time, through the whole topology. */
class AlertFlowTest {
    private Flow flow = new Flow(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    private static ReleaseSent year(int year, double percent) {
        return ReleaseSent.of("EUROSTAT", (year + 1) + "-02-01").figure(Integer.toString(year), percent);
    }

    private List<AlertEvent> alerts(String rule) {
        return flow.alerts().stream().filter(e -> e.key().rule().equals(rule)).toList();
    }

    private static List<Kind> kinds(List<AlertEvent> events) {
        return events.stream().map(AlertEvent::kind).toList();
    }

    @Test
    void aLevelThatTwoReleasesAgreeOnRaisesItOnce() {
        flow.send(year(2020, 7), year(2021, 12));
        assertThat(alerts("PenetrationAbove10")).isEmpty();

        flow.send(year(2022, 14), year(2023, 17));

        assertThat(alerts("PenetrationAbove10")).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.RAISED);
            assertThat(e.asOf()).isEqualTo(Instant.parse("2023-02-01T23:59:59.999Z"));
            assertThat(e.witnesses())
                    .extracting(w -> w.releases())
                    .containsExactly("EUROSTAT-2022-02-01", "EUROSTAT-2023-02-01");
            assertThat(e.message())
                    .contains("DE firms.any_use")
                    .contains("moved by")
                    .contains("1 figure of");
            assertThat(e.rules()).isEqualTo(Flow.CATALOGUE.recipes().alerts().version());
        });
    }

    @Test
    void theRecordIsKeyedByTheAlertAndStampedWithThePublication() {
        flow.send(year(2020, 12), year(2021, 13));

        TestRecord<String, byte[]> record = flow.alertRecords().get(0);

        assertThat(record.key()).isEqualTo("PenetrationAbove10|DE|TOTAL|firms.any_use|");
        assertThat(record.timestamp())
                .isEqualTo(Instant.parse("2022-02-01T23:59:59.999Z").toEpochMilli());
    }

    @Test
    void aRevisionOfWhatItWasRaisedOnRetractsIt() {
        flow.send(year(2020, 11.5), year(2021, 12));
        assertThat(kinds(alerts("PenetrationAbove10"))).containsExactly(Kind.RAISED);

        flow.send(ReleaseSent.of("EUROSTAT", "2022-06-01").figure("2021", 7).figure("2020", 6));

        assertThat(alerts("PenetrationAbove10")).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.RETRACTED);
            assertThat(e.message()).contains("what it rested on was revised");
        });
    }

    @Test
    void aWithdrawalRetractsItToo() {
        flow.send(year(2020, 11.5), year(2021, 12));
        flow.send(ReleaseSent.of("EUROSTAT", "2022-06-01").withdrawn("2020").withdrawn("2021"));

        assertThat(kinds(alerts("PenetrationAbove10"))).containsExactly(Kind.RAISED, Kind.RETRACTED);
    }

    @Test
    void whatIsHeldIsAnAlertUntilSomebodyDecides() {
        flow.send(history("2022-03-01", 1), history("2022-04-01", 1.3));
        assertThat(kinds(alerts("ReleaseHeld"))).containsExactly(Kind.RAISED);

        flow.send(new QuarantineDecision(
                "DE",
                ReleaseSent.ANY_USE,
                history("2022-04-01", 1.3).batch(),
                QuarantineDecision.Action.RELEASE,
                Instant.parse("2026-01-02T00:00:00Z"),
                "asked the publisher"));

        assertThat(alerts("ReleaseHeld")).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.CLEARED);
            assertThat(e.message()).contains("released: by decision: asked the publisher");
        });
    }

    private static ReleaseSent history(String day, double factor) {
        ReleaseSent release = ReleaseSent.of("EUROSTAT", day);
        for (int i = 0; i < 12; i++) {
            release = release.figure(Integer.toString(2010 + i), factor * (2 + i));
        }
        return release;
    }

    @Test
    void theSameLogSaysTheSameByteForByteAndARestartForgetsNothing() {
        ReleaseSent[] all = {year(2020, 11.5), year(2021, 12), year(2022, 7), year(2023, 6), year(2024, 6)};
        flow.send(all);
        List<TestRecord<String, byte[]>> once = flow.alertRecords();
        flow.close();

        List<TestRecord<String, byte[]>> again = new ArrayList<>();
        flow = new Flow(StoreKind.MEMORY);
        flow.send(all[0]);
        for (int i = 1; i < all.length; i++) {
            flow = flow.restarted();
            flow.send(all[i]);
            again.addAll(flow.alertRecords());
        }

        assertThat(once).hasSizeGreaterThan(1);
        assertThat(again).hasSameSizeAs(once);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).value()).isEqualTo(once.get(i).value());
        }
    }

    @Test
    void aThresholdOfOnesOwnIsWhatCounts() {
        flow.close();
        Catalogue own = ShippedCatalogue.with(List.of(
                CatalogueYaml.Text.ofRules("own", "rules: {PenetrationAbove10: {threshold: 13, releases: 1}}")));
        flow = new Flow(StoreKind.MEMORY, own);
        flow.send(year(2020, 12), year(2021, 14.5));

        assertThat(alerts("PenetrationAbove10")).singleElement().satisfies(e -> assertThat(e.asOf())
                .isEqualTo(Instant.parse("2022-02-01T23:59:59.999Z")));
    }

    private void premise(String premise) {
        flow.close();
        flow = new Flow(
                StoreKind.MEMORY,
                ShippedCatalogue.with(List.of(CatalogueYaml.Text.ofRules(
                        "own", "rules: {PenetrationAbove10: {premises: [" + premise + "]}}"))));
    }

    @Test
    void aPremiseIsReadFromWhatWasKnownAtThatInstant() {
        premise("{measure: penetration, concepts: [people.any_use], above: 20}");
        flow.send(ReleaseSent.of("EUROSTAT", "2025-02-01").figure("adoption.people.any_use", "TOTAL", "2024", 60));
        flow.send(year(2020, 12), year(2021, 13));

        assertThat(alerts("PenetrationAbove10")).singleElement().satisfies(e -> {
            assertThat(e.asOf()).isEqualTo(Instant.parse("2022-02-01T23:59:59.999Z"));
            assertThat(e.attribution()).isEqualTo(AlertEvent.Attribution.NOT_ATTRIBUTABLE);
            assertThat(e.message())
                    .endsWith("; not attributable to AI: not known, nothing is known of penetration above 20");
        });
    }

    @Test
    void aPremiseThatHoldsIsToldWithItsNumber() {
        premise("{measure: penetration, above: 5}");
        flow.send(year(2020, 12), year(2021, 13));

        assertThat(alerts("PenetrationAbove10")).singleElement().satisfies(e -> {
            assertThat(e.attribution()).isEqualTo(AlertEvent.Attribution.POSSIBLE);
            assertThat(e.message())
                    .contains("; AI is not excluded as a cause: met, penetration above 5 % has probability ")
                    .contains(", firms.any_use ")
                    .endsWith(" in 2021");
        });
    }

    @Test
    void aRuleWithoutPremisesClaimsNothing() {
        flow.send(year(2020, 12), year(2021, 13));

        assertThat(alerts("PenetrationAbove10"))
                .extracting(AlertEvent::attribution)
                .containsExactly(AlertEvent.Attribution.NOT_ASKED);
    }
}
