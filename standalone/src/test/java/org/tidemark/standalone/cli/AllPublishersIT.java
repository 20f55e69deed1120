package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.PlayedPublishers;
import org.tidemark.it.PlayedPublishers.Play;
import org.tidemark.it.PublishersFiles;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.watch.Archive;
import org.tidemark.producers.watch.AskingLimits;
import org.tidemark.producers.watch.Fetcher;
import org.tidemark.producers.watch.Keys;
import org.tidemark.producers.watch.Reason;
import org.tidemark.producers.watch.Watch;
import org.tidemark.producers.watch.WatchListener;
import org.tidemark.standalone.watch.LoadingPublisher;
import org.tidemark.wire.Codecs;

/**
 * Every publisher that ships, played on this machine: three releases each, and after each of them every failure there is, a
 * day apart. What arrives is what the files say that are loaded by hand.
 */
@ExtendWith(KafkaBroker.class)
class AllPublishersIT {
    private static final List<String> TABLES =
            List.of("estimates.csv", "news.csv", "terms.csv", "withheld.csv", "alerts.csv", "quarantine.csv");
    private static final Instant START = Instant.parse("2026-07-01T08:00:00Z");
    private static final int RELEASES = 3;
    private static final AskingLimits PATIENT = new AskingLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(60), 0, Duration.ofMillis(1), Duration.ofMillis(2));
    /** For the days on which nobody answers. */
    private static final AskingLimits IMPATIENT = new AskingLimits(
            Duration.ofSeconds(60), Duration.ofMillis(200), 0, Duration.ofMillis(1), Duration.ofMillis(2));

    private static final Map<String, Endpoint> SHIPPED =
            ShippedCatalogue.with(List.of()).endpoints();
    /** One figure in all, so that fewer are none. */
    private static final String ONE_FIGURE = "anthropic-automation-by-task";

    private static final List<Instant> COMMITTED =
            IntStream.range(0, RELEASES).mapToObj(PlayedPublishers::committed).toList();

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    private final Map<String, List<String>> told = new HashMap<>();

    AllPublishersIT(TestBroker broker) {
        this.broker = broker;
    }

    private static Endpoint.@Nullable Listed listed(Endpoint endpoint) {
        return endpoint.listing() == null ? null : endpoint.listing().of();
    }

    private static boolean hasHistory(Endpoint endpoint) {
        return listed(endpoint) == Endpoint.Listed.VERSIONS;
    }

    private static boolean hasNames(Endpoint endpoint) {
        return listed(endpoint) == Endpoint.Listed.NEWEST;
    }

    private static boolean hasMonths(Endpoint endpoint) {
        return listed(endpoint) == Endpoint.Listed.EACH;
    }

    private static String where(String id, Endpoint endpoint, PlayedPublishers publishers) {
        if (hasHistory(endpoint)) {
            return "commits: '%s', address: '%s'"
                    .formatted(publishers.address(id + "/commits"), publishers.address(id + "/version/{commit}"));
        }
        if (hasMonths(endpoint)) {
            return "listing: '%s', address: '%s'"
                    .formatted(publishers.address(id + "/months"), publishers.address(id + "/version/{name}"));
        }
        return hasNames(endpoint)
                ? "listing: '%s', address: '%s'"
                        .formatted(publishers.address(id + "/names"), publishers.address(id + "/file/{name}"))
                : "address: '%s'".formatted(publishers.address(id + "/file"));
    }

    /** The shipped endpoints at this machine, asked daily. */
    private static Catalogue played(PlayedPublishers publishers) {
        StringBuilder yaml = new StringBuilder("endpoints:\n");
        SHIPPED.forEach((id, endpoint) -> {
            String where = where(id, endpoint, publishers);
            yaml.append("  %s: {%s, every: P1D, pause: PT0S, bytes_max: 200000}\n".formatted(id, where));
        });
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml.toString())));
    }

    private Watch watch(TestSystem system, Catalogue catalogue, AskingLimits limits, Instant now) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Watch(
                catalogue.endpoints().values(),
                new Fetcher("tidemark (test@example.org)", limits, new Keys(Map.of()), true, clock),
                new Archive(dir.resolve("archive"), 1 << 30),
                Formats.all(catalogue),
                new LoadingPublisher(
                        catalogue,
                        () -> new KafkaTarget(system.system().connection(), system.topics(), Codecs.singleObject()),
                        target -> target,
                        Clock.systemUTC(),
                        report -> {}),
                new Teller(),
                clock,
                () -> 0);
    }

    private final class Teller implements WatchListener {
        @Override
        public void received(Endpoint endpoint, Path file, long figures, Instant at) {
            tell(endpoint, "GOOD");
        }

        @Override
        public void unchanged(Endpoint endpoint, Instant at) {
            tell(endpoint, "UNCHANGED");
        }

        @Override
        public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
            assertThat(again)
                    .as("%s %s", endpoint.id(), detail)
                    .isAfter(at)
                    .isBeforeOrEqualTo(at.plus(Duration.ofDays(1)));
            tell(endpoint, reason.name());
        }

        private void tell(Endpoint endpoint, String what) {
            told.computeIfAbsent(endpoint.id(), id -> new ArrayList<>()).add(what);
        }
    }

    /** What is to come of a day, by endpoint; after 30 days of changes everything is asked for. */
    private static String expected(Endpoint endpoint, Play play, long day) {
        boolean changes = endpoint.changes() && day <= 30;
        boolean nothing = changes && (play == Play.EMPTY || play == Play.NOT_FOUND);
        if (nothing || (play == Play.SHRUNK && hasHistory(endpoint))) {
            return "UNCHANGED";
        }
        if ((play == Play.SHRUNK || play == Play.NOT_DATA) && hasMonths(endpoint)) {
            // A page, and without a name of the form.
            return "UNREADABLE";
        }
        // Few changes are few changes; of one figure there are no fewer.
        boolean taken = changes || endpoint.id().equals(ONE_FIGURE);
        return play == Play.SHRUNK && taken ? "GOOD" : play.name();
    }

    @Test
    @DisplayName("three releases of every publisher, every failure after each: what arrives is what is loaded by hand")
    void everyPublisherWithEveryFailure() throws Exception {
        SortedMap<String, Integer> questions = new TreeMap<>();
        Instant now = START;
        try (PlayedPublishers publishers = new PlayedPublishers();
                TestSystem system = TestSystem.on(broker, "allpublishers", dir.resolve("state"))) {
            Catalogue catalogue = played(publishers);
            for (int release = 0; release < RELEASES; release++) {
                for (Play play : Play.values()) {
                    publishers.day(play, release);
                    told.clear();
                    AskingLimits limits = play == Play.TIMEOUT ? IMPATIENT : PATIENT;
                    Instant today = now;
                    Instant next = today;
                    while (!next.isAfter(today)) {
                        next = watch(system, catalogue, limits, today).round();
                    }
                    for (Endpoint endpoint : SHIPPED.values()) {
                        String outcome = expected(
                                endpoint, play, Duration.between(START, today).toDays());
                        assertThat(told.get(endpoint.id()))
                                .as("%s on the day of %s of release %d", endpoint.id(), play, release)
                                .containsExactly(outcome);
                        questions.merge(endpoint.id(), 1, Integer::sum);
                        if (outcome.equals("GOOD")) {
                            byHand(endpoint, publishers, play, release, today);
                        }
                    }
                    now = now.plus(Duration.ofDays(1));
                }
            }
            requireNoQuestionTooMany(publishers.asked(), questions);
            system.drain();
            replay(
                    "topic",
                    "--from-topic",
                    "--bootstrap",
                    broker.bootstrap(),
                    "--prefix",
                    system.topics().prefix());
        }
        replay("archived", "--data", dir.resolve("archive").toString());
        replay("loaded", "--data", dir.resolve("hand").toString());

        for (String table : TABLES) {
            Path live = dir.resolve("topic").resolve(table);
            assertThat(dir.resolve("archived").resolve(table)).as(table).hasSameTextualContentAs(live);
            assertThat(dir.resolve("loaded").resolve(table)).as(table).hasSameTextualContentAs(live);
        }
        for (Endpoint endpoint : SHIPPED.values()) {
            if (hasHistory(endpoint)) {
                assertThat(instants(endpoint)).as(endpoint.id()).containsExactlyElementsOf(COMMITTED);
            }
        }
        assertThat(Files.readString(dir.resolve("topic/estimates.csv"))).contains(",US,", ",DK,", ",CA,", ",US-CA,");
    }

    /** Of when the answers are that were kept, by the names of their folders. */
    private List<Instant> instants(Endpoint endpoint) throws IOException {
        try (Stream<Path> folders = Files.list(dir.resolve("archive").resolve(endpoint.id()))) {
            return folders.filter(
                            folder -> !String.valueOf(folder.getFileName()).startsWith("."))
                    .sorted()
                    .map(folder -> FileDates.of(new SourceFile(folder.resolve(endpoint.file())))
                            .orElseThrow())
                    .toList();
        }
    }

    /** The file as somebody has saved it who had it that day, or had all versions of it. */
    private void byHand(Endpoint endpoint, PlayedPublishers publishers, Play play, int release, Instant day)
            throws IOException {
        byte[] file = play == Play.SHRUNK
                ? PublishersFiles.of(endpoint.id(), 1, release / 4.0)
                : PlayedPublishers.file(endpoint.id(), release);
        Endpoint.Zip zip = endpoint.zip();
        if (zip != null && zip.all()) {
            members(file).forEach((name, text) -> save(endpoint, day, name, text));
            return;
        }
        Instant when = hasHistory(endpoint) ? PlayedPublishers.committed(release) : day;
        String name =
                listed(endpoint) == null || hasHistory(endpoint) ? endpoint.file() : publishers.name(endpoint.id());
        save(
                endpoint,
                when,
                name,
                zip == null ? file : Objects.requireNonNull(members(file).get(zip.member())));
    }

    private void save(Endpoint endpoint, Instant when, String name, byte[] text) {
        Path folder = dir.resolve(
                "hand/%s/%s".formatted(endpoint.id(), when.toString().replace(':', '-')));
        try {
            Files.write(Files.createDirectories(folder).resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a ZIP by their names, without folders. */
    private static Map<String, byte[]> members(byte[] file) throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".csv")) {
                    members.put(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), zip.readAllBytes());
                }
            }
        }
        return members;
    }

    /** A question a day of each; of a list one more for what is new on it. */
    private static void requireNoQuestionTooMany(List<String> asked, Map<String, Integer> days) {
        Map<String, Long> counts =
                asked.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        SHIPPED.forEach((id, endpoint) -> {
            long all = days.getOrDefault(id, 0);
            if (hasHistory(endpoint)) {
                assertThat(counts.get(id + "/commits")).as(id).isEqualTo(all);
                for (int version = 0; version < RELEASES; version++) {
                    assertThat(counts.get("%s/version/%040x".formatted(id, version)))
                            .as(id)
                            .isEqualTo(1);
                }
            } else if (hasMonths(endpoint)) {
                assertThat(counts.get(id + "/months")).as(id).isEqualTo(all);
                for (int month = 0; month < RELEASES; month++) {
                    assertThat(counts.get("%s/version/%s".formatted(id, PlayedPublishers.month(id, month))))
                            .as(id)
                            .isEqualTo(1);
                }
            } else if (hasNames(endpoint)) {
                long files = counts.entrySet().stream()
                        .filter(count -> count.getKey().startsWith(id + "/file/"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                // Of a name whose file may come in a moment, the file alone is asked for: four days of each release.
                assertThat(files).as(id).isEqualTo(all);
                assertThat(counts.get(id + "/names")).as(id).isEqualTo(all - 4L * RELEASES);
            } else {
                assertThat(counts.get(id + "/file")).as(id).isEqualTo(all);
            }
        });
    }

    private void replay(String out, String... how) {
        List<String> words =
                new ArrayList<>(List.of("replay", "--out", dir.resolve(out).toString()));
        words.addAll(List.of(how));
        CliRun run = CliRun.of(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isIn(0, ErrorLine.REFUSED);
    }
}
