package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.alert.AlertEvent;
import org.tidemark.api.events.Arrivals;
import org.tidemark.api.events.TopicArrivals;
import org.tidemark.api.query.PushRequest;
import org.tidemark.it.Figures;
import org.tidemark.it.ForeignWriter;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.kafka.WatchLease;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushIds;
import org.tidemark.standalone.broker.DataPlace;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.standalone.push.Pushing;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Somebody else writes to every topic, while nothing runs and while everything does: what is printed, answered and estimated
 * is what it is without, and what was passed over is said.
 */
class ForeignRecordIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int YEARS = 12;

    private static final List<String> QUESTIONS = List.of(
            "/api/v1/estimates?limit=500",
            "/api/v1/observations?vintages=all",
            "/api/v1/alerts",
            "/api/v1/news?limit=500",
            "/api/v1/quarantine",
            "/api/v1/rejected?economy=SE",
            "/api/v1/scores",
            "/api/v1/smoothed?limit=500",
            "/api/v1/calendar",
            "/health/ready");

    @TempDir
    private Path dir = Path.of("");

    /** Revised out of all habit, rising past thresholds, refused by the topologies and by the reader. */
    private Path figures() throws Exception {
        Figures figures = new Figures();
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), 2.0 + i, "2022-03-01")
                    .firms("DK", Integer.toString(2010 + i), 1.3 * (2 + i), "2022-04-01")
                    .firms("SE", Integer.toString(2010 + i), 4.0 + 3 * i, 2011 + i + "-03-01");
        }
        return figures.firms("SE", "2022", 140, "2023-03-01")
                .row("adoption.firms.any_use,QQ,TOTAL,2024,1,percent,2025-01-01,MADE")
                .in(dir, "figures.csv");
    }

    private static CliRun up(Path data, Path file) {
        return CliRun.of("up", "--once", "--data-dir", data.toString(), "--data", file.toString());
    }

    private static CliRun on(TestSystem system, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", system.system().bootstrap()));
        return CliRun.of(all.toArray(new String[0]));
    }

    private static PushRequest pushed() {
        byte[] body = new Figures().firms("NO", "2024", 12, "2025-02-01").text().getBytes(StandardCharsets.UTF_8);
        return new PushRequest("feed", "k", PushForm.CSV, PushIds.hash(body), body);
    }

    private static Pushing pushing(TestSystem system) throws Exception {
        return new Pushing(
                system.connection(),
                TOPICS,
                Codecs.singleObject(),
                TestSystem.CATALOGUE,
                null,
                1 << 20,
                Clock.systemUTC());
    }

    /** Runs each command that reads topics of a running system, and asks it what it knows, in an order of their own. */
    private Map<String, String> commands(TestSystem system, Map<String, CliRun> runs) throws Exception {
        Path second = new Figures()
                .firms("PT", "2024", 21, "2025-01-20")
                .firms("PT", "2024", 24, "2025-02-20")
                .in(dir, "second.csv");
        runs.put("ingest", on(system, "ingest", second.toString()));
        runs.put("topics", on(system, "topics"));
        runs.put("quarantine list", on(system, "quarantine", "list", "--all"));
        runs.put("quarantine release", on(system, "quarantine", "release", "--economy", "DK", "--by", "Ada"));
        system.drain();
        Path played = Files.createTempDirectory(dir, "played");
        runs.put("replay", on(system, "replay", "--from-topic", "--out", played.toString()));
        system.drain();
        Map<String, String> said = new LinkedHashMap<>();
        for (String table : List.of("estimates.csv", "alerts.csv", "quarantine.csv", "news.csv")) {
            said.put(table, plain(Files.readString(played.resolve(table))));
        }
        for (String question : QUESTIONS) {
            said.put(question, plain(system.get(question).body()));
        }
        said.put("latest by topic", plain(system.contents().latest().toString()));
        said.put("latest said", plain(system.latest().toString()));
        // Last: what it changes is known from the instant of this run on.
        runs.put(
                "withdraw",
                on(
                        system,
                        "withdraw",
                        "--source",
                        "MADE",
                        "--reason",
                        "r",
                        "--by",
                        "Ada",
                        "--release",
                        "MADE@2025-02-20"));
        return said;
    }

    /** Without instants of this run, and what holds one. */
    private static String plain(String said) {
        return said.replaceAll("20(2[6-9]|[3-9]\\d)-\\d\\d-\\d\\dT[0-9:.]+Z", "now")
                .replaceAll("(inputs_hash\":\"|inputsHash=)[0-9a-f]+", "hash")
                .replaceAll("\"original_base64\":\"[^\"]*\"", "original");
    }

    private static Map<String, int[]> add(Map<String, int[]> one, Map<String, int[]> other) {
        Map<String, int[]> sum = new HashMap<>();
        one.forEach((topic, counts) -> {
            int[] more = Objects.requireNonNull(other.get(topic));
            sum.put(topic, new int[] {counts[0] + more[0], counts[1] + more[1]});
        });
        return sum;
    }

    private static void assertSaid(CliRun run, String topic, Map<String, int[]> written) {
        assertThat(run.err())
                .contains(
                        "tidemark: passed over: %d records of topic %s that Tidemark did not write; the first is partition 0, offset "
                                .formatted(Objects.requireNonNull(written.get(topic))[0], topic))
                .doesNotContain("please report it");
    }

    @Test
    @DisplayName("R-foreign-record: whatever others write to whatever topic, every command goes on, says it, and tells"
            + " the same numbers")
    void everyCommandGoesOn() throws Exception {
        Path file = figures();
        Path clean = dir.resolve("clean");
        Path written = dir.resolve("written");
        CliRun first = up(clean, file);
        Map<String, CliRun> before = new HashMap<>();
        Map<String, String> expected;
        try (TestSystem system = TestSystem.own(clean)) {
            var unused = pushing(system).push(pushed());
            expected = commands(system, before);
        }

        assertThat(up(written, file).out()).isEqualTo(first.out());
        Map<String, int[]> whileDown;
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(new EmbeddedBroker.Settings(DataPlace.named(written, "--data-dir"), 0))) {
            whileDown = new ForeignWriter(Map.of("bootstrap.servers", broker.bootstrap()), TOPICS).write();
        }
        CliRun again = up(written, file);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.exit()).isZero();
        assertSaid(again, TOPICS.loads(), whileDown);
        assertSaid(again, TOPICS.releases(), whileDown);
        Map<String, CliRun> after = new HashMap<>();
        try (TestSystem system = TestSystem.own(written)) {
            Pushing pushing = pushing(system);
            var unused = pushing.push(pushed());
            Map<String, int[]> all;
            try (Told told = Told.by(system)) {
                all = add(whileDown, new ForeignWriter(system.connection(), TOPICS).write());
                commands(system, after)
                        .forEach((what, said) -> assertThat(said).as(what).isEqualTo(expected.get(what)));
                told.assertEconomies("DK", "PT");
            }
            after.forEach((command, run) -> assertThat(run.out().replaceAll("in [0-9.]+ s.*", ""))
                    .as(command)
                    .isEqualTo(Objects.requireNonNull(before.get(command)).out().replaceAll("in [0-9.]+ s.*", "")));
            assertSaid(Objects.requireNonNull(after.get("ingest")), TOPICS.loads(), all);
            assertSaid(Objects.requireNonNull(after.get("ingest")), TOPICS.rejected(), all);
            assertSaid(Objects.requireNonNull(after.get("quarantine list")), TOPICS.judgements(), all);
            assertSaid(Objects.requireNonNull(after.get("withdraw")), TOPICS.rejected(), all);
            assertSaid(Objects.requireNonNull(after.get("replay")), TOPICS.loads(), all);
            assertRefusedOnce(system, all);
            assertNotesHold(system, pushing);
        }
        assertRestored(written, file, up(clean, file).out());
    }

    /** What the topologies read is refused with its place, tombstones too. */
    private static void assertRefusedOnce(TestSystem system, Map<String, int[]> written) {
        int[] observations = Objects.requireNonNull(written.get(TOPICS.observations()));
        int[] panels = Objects.requireNonNull(written.get(TOPICS.panels()));
        assertThat(system.contents().rejections().stream()
                        .filter(r -> r.reason().name().equals("MALFORMED")))
                .hasSize(observations[0] + observations[1] + panels[0] + panels[1])
                .allSatisfy(r -> assertThat(r.place()).matches("topic tidemark[.][a-z]+, partition 0, offset [0-9]+"));
    }

    /** A note that means nothing, under the key of one that does, hides it from nobody. */
    private static void assertNotesHold(TestSystem system, Pushing pushing) throws Exception {
        assertThat(pushing.push(pushed()).pushed().id()).isEqualTo(pushed().id());
        Pushing next = pushing(system);
        long sent = system.size(TOPICS.observations());
        assertThat(next.find(pushed().id())).isPresent();
        var unused = next.push(pushed());
        assertThat(system.size(TOPICS.observations()))
                .as("nothing is published again")
                .isEqualTo(sent);

        NoteBook notes = new NoteBook(system.connection(), TOPICS);
        notes.write(SystemNote.of("schema-ids", Instant.EPOCH, Map.of("one", "two")));
        notes.write(SystemNote.of("watch/made", Instant.EPOCH, Map.of("due", "never")));
        assertThat(notes.schemaIds().written()).isEmpty();
        try (WatchLease lease = new WatchLease(system.connection(), TOPICS)) {
            assertThat(lease.known("made")).isEmpty();
        }
    }

    private void assertRestored(Path data, Path file, String expected) {
        CliRun saved = CliRun.of(
                "backup",
                "--data-dir",
                data.toString(),
                "--to",
                dir.resolve("b").toString());
        assertThat(saved.exit()).as(saved.toString()).isZero();
        assertThat(saved.err()).contains("records of topic " + TOPICS.loads(), "records of topic " + TOPICS.rejected());
        Path restored = dir.resolve("restored");
        CliRun back = CliRun.of("restore", "--from", dir.resolve("b").toString(), "--data-dir", restored.toString());
        assertThat(back.exit()).as(back.toString()).isZero();
        assertThat(up(restored, file).out()).isEqualTo(expected);
    }

    /** Who listens to what is said, as the page does. */
    private static final class Told implements Arrivals.Listener, AutoCloseable {
        private final Set<String> economies = new java.util.concurrent.ConcurrentSkipListSet<>();
        private final CountDownLatch began = new CountDownLatch(1);
        private volatile boolean over;
        private final Thread thread;

        private Told(TestSystem system) {
            thread = new Thread(() ->
                    new TopicArrivals(system.connection(), TOPICS, Codecs.singleObject()).follow(this, () -> !over));
        }

        static Told by(TestSystem system) throws InterruptedException {
            Told told = new Told(system);
            told.thread.start();
            told.began.await();
            return told;
        }

        @Override
        public void began() {
            began.countDown();
        }

        @Override
        public void estimated(Set<String> of, int estimates) {
            economies.addAll(of);
        }

        @Override
        public void alerted(AlertEvent event) {
            economies.add(event.key().economy());
        }

        @Override
        public void passed() {
            // Whoever asks looks for himself.
        }

        void assertEconomies(String... expected) throws Exception {
            org.tidemark.it.Eventually.until(() -> economies.containsAll(List.of(expected)));
            assertThat(economies).allSatisfy(economy -> assertThat(economy).matches("[A-Z]{2}"));
        }

        @Override
        public void close() throws Exception {
            over = true;
            thread.join();
        }
    }
}
