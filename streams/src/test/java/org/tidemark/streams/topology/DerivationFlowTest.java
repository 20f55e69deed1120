package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.alert.AlertEvent.Reason;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.engine.store.EstimateStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.PartId;
import org.tidemark.news.NewsLine;
import org.tidemark.series.BatchId;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.Watermark;
import org.tidemark.version.Derivation;

/** Other rules, another catalogue or another program beside what is stored. */
class DerivationFlowTest {
    private static final EstimateKey DE = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2024-06-01T12:00:00Z");
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final String OTHER_NOISE = "indicators:\n  adoption.firms.any_use:\n    noise: 2.5\n";

    private final List<Flow> flows = new ArrayList<>();
    private Flow before = new Flow(StoreKind.MEMORY);

    private static Derivation derivation(Catalogue catalogue, String model, Instant since, boolean fresh) {
        Map<String, String> parts = Map.of(
                Derivation.RULES, catalogue.recipes().alerts().version(),
                Derivation.CATALOGUE, catalogue.hash(),
                Derivation.MODEL, model);
        return new Derivation(new TreeMap<>(parts), since, fresh, 1);
    }

    private static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    private static ReleaseSent year(int year, double percent) {
        return ReleaseSent.of("EUROSTAT", (year + 1) + "-02-01").figure(Integer.toString(year), percent);
    }

    @BeforeEach
    void sendSomeYears() {
        before.close();
        before = Flow.deriving(StoreKind.MEMORY, Flow.CATALOGUE, derivation(Flow.CATALOGUE, "one", FIRST, true));
        before.pass(A_WHILE);
        sendYears(before);
    }

    /** Each instant is closed, so that what crosses economies is said too. */
    private static void sendYears(Flow flow) {
        List<ReleaseSent> years = List.of(year(2019, 8), year(2020, 12), year(2021, 14), year(2022, 17));
        for (int i = 0; i < years.size(); i++) {
            flow.send(years.get(i));
            Instant published = PublicationDate.parse((2020 + i) + "-02-01");
            Watermark over = new Watermark("run", published, 0, 1, false);
            flow.send(null, Flow.CODECS.instantClosings().encode(over), published.toEpochMilli());
        }
    }

    @AfterEach
    void close() {
        before.close();
        flows.forEach(Flow::close);
    }

    /** Of what was judged since the last look. */
    private PartId lastJudged() {
        List<Assessment> judged = before.judgements();
        return judged.get(judged.size() - 1).part();
    }

    private Flow restarted(Catalogue catalogue, String model) {
        Flow next = before.restarted(catalogue, derivation(catalogue, model, CHANGED, false));
        flows.add(next);
        return next.pass(A_WHILE).pass(A_WHILE);
    }

    private static List<Estimate> saidOfGermany(Flow flow) {
        return flow.estimates().stream()
                .filter(e -> e.key().economy().equals("DE"))
                .toList();
    }

    private static Estimate asOf(Flow flow, Instant instant) {
        Estimate found = EstimateStore.reading(flow.tables(), Flow.CODECS).asOf(DE, instant);
        assertThat(found).isNotNull();
        return found;
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

    /** Twelve years of figures, each a little more than the last, all of them moved by a factor. */
    private static ReleaseSent history(String day, double factor) {
        ReleaseSent release = ReleaseSent.of("EUROSTAT", day);
        for (int year = 2010; year < 2022; year++) {
            release = release.figure(Integer.toString(year), factor * (year - 2008));
        }
        return release;
    }

    @Test
    @DisplayName("R-rules-changed: a release that other rules of judging would not hold is believed under them")
    void releasesAreJudgedAgainUnderOtherRules() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        assertThat(before.judgements()).last().extracting(Assessment::status).isEqualTo(Assessment.Status.HELD);
        double held = asOf(before, CHANGED.plus(Duration.ofDays(3650)))
                .levels()
                .get(0)
                .band()
                .value();

        Flow lenient = restarted(with("judging: { shift_sd: 5, spread_sd: 5 }\n"), "one");

        assertThat(lenient.judgements())
                .filteredOn(j -> j.status() == Assessment.Status.ACCEPTED)
                .extracting(j -> j.part().batch().published())
                .contains(Instant.parse("2025-04-01T23:59:59.999Z"));
        assertThat(asOf(lenient, CHANGED.plus(Duration.ofDays(3650)))
                        .levels()
                        .get(0)
                        .band()
                        .value())
                .isGreaterThan(held + 1);
        assertThat(lenient.news()).anySatisfy(told -> assertThat(told.lines())
                .singleElement()
                .extracting(line -> line.kind())
                .isEqualTo(NewsLine.Kind.CATALOGUE));
        assertThat(restarted(Flow.CATALOGUE, "two").judgements())
                .as("under the same rules nothing is judged otherwise")
                .isEmpty();
    }

    @Test
    @DisplayName("R-rules-changed: what was held is believed once judging is switched off as a whole")
    void nothingStaysHeldWhereNothingIsJudged() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        BatchId held = lastJudged().batch();
        Catalogue off = with("judging: off\n");

        Flow after = restarted(off, "one");

        assertThat(after.judgements()).singleElement().satisfies(j -> {
            assertThat(j.part().batch()).isEqualTo(held);
            assertThat(j.status()).isEqualTo(Assessment.Status.ACCEPTED);
            assertThat(j.reason()).startsWith("let go, since judging is switched off; it was held: ");
        });
        try (Flow alone = new Flow(StoreKind.MEMORY, off)) {
            alone.send(year(2019, 8), year(2020, 12), year(2021, 14), year(2022, 17));
            alone.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
            Instant late = CHANGED.plus(Duration.ofDays(3650));
            assertThat(asOf(after, late).level(org.tidemark.estimate.Horizon.P0D))
                    .as("as if nothing had ever been judged")
                    .isEqualTo(asOf(alone, late).level(org.tidemark.estimate.Horizon.P0D));
        }
    }

    @Test
    @DisplayName("R-rules-changed: what a person has discarded stays so where judging is switched off as a whole")
    void aPersonsDecisionStandsWhereNothingIsJudged() {
        before.send(history("2025-03-01", 1), history("2025-04-01", 1.3));
        PartId part = lastJudged();
        QuarantineDecision discard = new QuarantineDecision(
                part.economy(),
                part.indicator(),
                part.batch(),
                QuarantineDecision.Action.DISCARD,
                Instant.parse("2025-05-01T00:00:00Z"),
                "not to be",
                "anna");
        before.send(discard);
        Instant late = CHANGED.plus(Duration.ofDays(3650));
        Estimate discarded = asOf(before, late);

        Flow after = restarted(with("judging: off\n"), "one");

        assertThat(after.judgements()).isEmpty();
        assertThat(asOf(after, late).levels()).isEqualTo(discarded.levels());
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
