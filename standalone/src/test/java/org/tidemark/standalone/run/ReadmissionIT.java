package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.standalone.report.Counts;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Figures that one catalogue refused come back under another, once and without a file, and the estimates follow. */
@ExtendWith(KafkaBroker.class)
class ReadmissionIT {
    private static final Catalogue NARROW = with("indicators:\n  adoption.firms.any_use: {range: [0, 20]}\n");
    private static final Catalogue WIDE = with("indicators:\n  adoption.firms.any_use: {range: [0, 90]}\n");
    private static final Catalogue WIDER = with("indicators:\n  adoption.firms.any_use: {range: [0, 91]}\n");

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    ReadmissionIT(TestBroker broker) {
        this.broker = broker;
    }

    private static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    private LocalSystem system(Topics topics, Catalogue catalogue) throws Exception {
        LocalSystem system = LocalSystem.on(
                broker.bootstrap(),
                new SystemSettings(dir.resolve(topics.prefix()), 0, topics, StoreKind.MEMORY, 1, catalogue));
        system.drain(behind -> {});
        return system;
    }

    private static void load(LocalSystem system, Path file) throws Exception {
        try (KafkaTarget target = new KafkaTarget(system.connection(), system.topics(), Codecs.singleObject())) {
            LoadReport unused = new Loader(
                            TestSystem.CATALOGUE,
                            Formats.all(TestSystem.CATALOGUE),
                            target,
                            Clock.systemUTC(),
                            LoadProgress.SILENT)
                    .run(Inputs.of(List.of(file)), LoadSettings.ALL);
        }
        system.drain(behind -> {});
    }

    private static Counts counts(LocalSystem system) {
        TopicContents contents = contents(system);
        return Counts.of(contents.loads(), contents.releases());
    }

    /** How many figures are refused by what was said last of each release. */
    private static int refusedLast(LocalSystem system) {
        Map<String, ReleaseOutcome> last = new TreeMap<>();
        contents(system).releases().forEach(outcome -> last.put(outcome.economy() + outcome.batch(), outcome));
        return last.values().stream()
                .flatMap(outcome -> outcome.rejected().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static TopicContents contents(LocalSystem system) {
        return new TopicContents(system.connection(), system.topics(), Codecs.singleObject());
    }

    private static double level(LocalSystem system) {
        Estimate latest = contents(system).latest().stream()
                .filter(e -> e.key().toString().equals("DK|TOTAL|penetration|firms.any_use"))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(latest).level(Horizon.P0D).orElseThrow();
    }

    @Test
    @DisplayName(
            "R-rules-changed: what one catalogue refused comes back when another accepts it, and is said in one line")
    void whatWasRefusedComesBack() throws Exception {
        Path file = new Figures()
                .firms("DK", "2021", 15, "2022-01-31")
                .firms("DK", "2022", 18, "2023-01-31")
                .firms("DK", "2021", 16, "2023-01-31")
                .firms("DK", "2023", 22, "2024-01-31")
                .firms("DK", "2022", 19, "2024-01-31")
                .firms("DK", "2024", 95, "2025-01-31")
                .in(dir, "made.csv");
        double whole;
        try (LocalSystem fresh = system(new Topics(broker.name("fresh")), WIDE)) {
            load(fresh, file);
            whole = level(fresh);
        }
        Topics topics = new Topics(broker.name("again"));
        try (LocalSystem narrow = system(topics, NARROW)) {
            load(narrow, file);
            assertThat(counts(narrow).line()).contains("2 accepted, 2 revised", "2 rejected");
            assertThat(level(narrow)).isLessThan(whole);
        }

        try (LocalSystem wide = system(topics, WIDE)) {
            assertThat(wide.notices())
                    .containsExactly(
                            "1 figures that another catalogue refused pass now and are sent again (1 releases)");
            assertThat(refusedLast(wide)).isEqualTo(1);
            assertThat(level(wide)).isEqualTo(whole);
        }
        try (LocalSystem same = system(topics, WIDE)) {
            assertThat(same.notices()).isEmpty();
        }
        try (LocalSystem wider = system(topics, WIDER)) {
            assertThat(wider.notices()).isEmpty();
            assertThat(refusedLast(wider)).isEqualTo(1);
        }
    }
}
