package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.alert.AlertEvent.Reason;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.NewsLine;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.Watermark;

/** Other rules, another catalogue or another program beside what is stored. */
class DerivationFlowTest extends DerivedAnew {
    private static final String OTHER_NOISE = "indicators:\n  adoption.firms.any_use:\n    noise: 2.5\n";

    private static List<Estimate> saidOfGermany(Flow flow) {
        return flow.estimates().stream()
                .filter(e -> e.key().economy().equals("DE"))
                .toList();
    }

    @Test
    @DisplayName("R-rules-changed: the alerts of a rule that is switched off are cleared, with the reason rules")
    void aRuleThatIsSwitchedOffClearsItsAlerts() {
        Flow after = restarted(with("rules:\n  PenetrationAbove10: { off: true }\n"), "one");

        assertThat(after.alerts()).singleElement().satisfies(e -> {
            assertThat(e.key().rule()).isEqualTo("PenetrationAbove10");
            assertThat(e.kind()).isEqualTo(Kind.CLEARED);
            assertThat(e.reason()).isEqualTo(Reason.RULES);
            assertThat(e.asOf()).isEqualTo(CHANGED);
            assertThat(e.message()).contains("switched off");
        });
        assertThat(saidOfGermany(after)).as("no rule changes an estimate").isEmpty();
        assertThat(restarted(Flow.CATALOGUE, "one").alerts())
                .as("nothing has changed for who goes on as before")
                .isEmpty();
    }

    @Test
    @DisplayName("R-rules-changed: another threshold clears what it does not hold of, and raises what it holds of now")
    void anotherThresholdIsReadOverWhatWasSaid() {
        Flow higher = restarted(with("rules:\n  PenetrationAbove10: { threshold: 60 }\n"), "one");
        Flow lower = restarted(with("rules:\n  PenetrationAbove50: { threshold: 13 }\n"), "one");

        assertThat(higher.alerts()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.CLEARED);
            assertThat(e.reason()).isEqualTo(Reason.RULES);
        });
        assertThat(lower.alerts()).singleElement().satisfies(e -> {
            assertThat(e.key().rule()).isEqualTo("PenetrationAbove50");
            assertThat(e.kind()).isEqualTo(Kind.RAISED);
            assertThat(e.reason()).isEqualTo(Reason.RULES);
            assertThat(e.asOf()).isEqualTo(CHANGED);
            assertThat(e.witnesses()).hasSize(2);
            assertThat(e.message()).endsWith("because of other rules");
        });
    }

    private static List<Estimate> verdicts(Flow flow) {
        return flow.estimates().stream()
                .filter(e -> e.key().toString().equals("EU27|TOTAL|divergence.verdict|firms.any_use"))
                .toList();
    }

    @Test
    @DisplayName("R-rules-changed: what crosses economies is derived anew with another recipe")
    void panelsAreDerivedAnewWithAnotherRecipe() {
        for (int year = 2021; year <= 2022; year++) {
            Instant published = PublicationDate.parse((year + 1) + "-02-01");
            for (String economy : List.of("AT", "BE", "DK", "ES", "FI", "FR", "SE")) {
                double percent = 6 + 5 * (economy.charAt(0) - 'A') * (year - 2020);
                before.send(ReleaseSent.of("EUROSTAT", (year + 1) + "-02-01")
                        .in(economy)
                        .figure(Integer.toString(year), percent));
            }
            Watermark over = new Watermark("run", published, 0, 1, false);
            before.send(null, Flow.CODECS.instantClosings().encode(over), published.toEpochMilli());
        }
        assertThat(verdicts(before)).last().satisfies(e -> assertThat(e.withheld())
                .isNull());

        Flow stricter = restarted(with("measures:\n  firms.any_use: { fewest: 20 }\n"), "one");

        assertThat(verdicts(stricter)).singleElement().satisfies(e -> {
            assertThat(e.withheld()).contains("at least 20 are needed");
            assertThat(e.asOf()).isEqualTo(CHANGED);
        });
        assertThat(verdicts(restarted(Flow.CATALOGUE, "two"))).isEmpty();
    }

    @Test
    @DisplayName("R-upgrade: a program that says the same says nothing")
    void aProgramThatSaysTheSameSaysNothing() {
        Flow after = restarted(Flow.CATALOGUE, "two");

        assertThat(saidOfGermany(after)).isEmpty();
        assertThat(after.news()).isEmpty();
        assertThat(after.alerts()).isEmpty();
    }

    @Test
    @DisplayName(
            "R-upgrade: numbers that another catalogue moves are told as moved by it, and what was said stays said")
    void anotherCatalogueMovesNumbers() {
        Instant earlier = Instant.parse("2023-12-31T00:00:00Z");
        Estimate said = asOf(before, earlier);

        Flow after = restarted(with(OTHER_NOISE), "one");

        assertThat(asOf(after, earlier)).isEqualTo(said);
        Estimate now = asOf(after, CHANGED);
        assertThat(now.asOf()).isEqualTo(CHANGED);
        assertThat(now.levels()).isNotEqualTo(said.levels());
        assertThat(after.news())
                .filteredOn(n -> n.key().equals(DE))
                .singleElement()
                .satisfies(n -> assertThat(n.lines())
                        .singleElement()
                        .extracting(NewsLine::kind)
                        .isEqualTo(NewsLine.Kind.CATALOGUE));
        try (Flow alone = new Flow(StoreKind.MEMORY, with(OTHER_NOISE))) {
            alone.send(year(2019, 8), year(2020, 12), year(2021, 14), year(2022, 17));
            assertThat(asOf(after, CHANGED).inputsHash())
                    .isEqualTo(asOf(alone, CHANGED).inputsHash());
            assertThat(asOf(after, CHANGED).level(org.tidemark.estimate.Horizon.P0D))
                    .as("as if it had always been so")
                    .isEqualTo(asOf(alone, CHANGED).level(org.tidemark.estimate.Horizon.P0D));
        }
    }

    @Test
    @DisplayName("R-upgrade: after a change a figure of before it changes what is known from then on")
    void whatIsPublishedBeforeTheChangeIsKnownFromThenOn() {
        Flow after = restarted(with(OTHER_NOISE), "one");
        Instant earlier = Instant.parse("2024-03-01T00:00:00Z");
        Estimate said = asOf(after, earlier);
        Estimate changed = asOf(after, CHANGED);

        after.send(ReleaseSent.of("EUROSTAT", "2024-02-01").figure("2023", 21));

        assertThat(asOf(after, earlier)).isEqualTo(said);
        assertThat(asOf(after, CHANGED)).isNotEqualTo(changed);
        assertThat(asOf(after, Instant.parse("2025-01-01T00:00:00Z")).inputs()).isEqualTo(changed.inputs() + 1);
    }

    @Test
    @DisplayName("R-upgrade: of a data directory that remembers nothing, alerts go on, and none is told twice")
    void anOlderProgramRememberedNothing() {
        try (Flow older = new Flow(StoreKind.MEMORY)) {
            sendYears(older);
            Flow after = older.restarted(Flow.CATALOGUE, derivation(Flow.CATALOGUE, "two", CHANGED, false));
            flows.add(after);
            after.pass(A_WHILE);

            assertThat(after.alerts()).extracting(AlertEvent::key).isEmpty();
            assertThat(saidOfGermany(after)).isEmpty();
        }
    }

    @Test
    @DisplayName("state that is made anew from the log says what was said, projections at their own instants too")
    void stateMadeAnewSaysTheSame() {
        List<Estimate> said = before.estimates();
        assertThat(said).extracting(e -> e.key().measure()).contains("penetration.projected");
        Flow made = Flow.deriving(StoreKind.MEMORY, Flow.CATALOGUE, derivation(Flow.CATALOGUE, "one", CHANGED, false));
        flows.add(made);

        sendYears(made);
        made.pass(A_WHILE).pass(A_WHILE);

        assertThat(made.estimates()).isEqualTo(said);
    }

    @Test
    @DisplayName("R-upgrade: an economy is derived anew before anything more is said of it")
    void aRecordFindsItsEconomyDerivedAnew() {
        Flow after = before.restarted(with(OTHER_NOISE), derivation(with(OTHER_NOISE), "one", CHANGED, false));
        flows.add(after);

        after.send(ReleaseSent.of("EUROSTAT", "2025-02-01").figure("2024", 21));

        assertThat(after.news().stream()
                        .filter(n -> n.key().equals(DE))
                        .map(n -> n.lines().get(0).kind()))
                .first()
                .isEqualTo(NewsLine.Kind.CATALOGUE);
    }
}
