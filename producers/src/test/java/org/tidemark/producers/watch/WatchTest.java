package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.load.Formats;

/** Against a real server: what is asked, what is kept, and what becomes of every kind of failure. */
class WatchTest {
    private static final String FIRST = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n2024-01-02,US,1.6\n";
    private static final String SECOND = FIRST + "2024-01-03,US,1.7\n";
    private static final AskingLimits IMPATIENT = new AskingLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 2, Duration.ofMillis(1), Duration.ofSeconds(2));
    private static final Instant START = Instant.parse("2026-11-30T10:05:06Z");

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();
    private final Ticking clock = new Ticking();
    private final List<String> told = new ArrayList<>();
    private final List<Path> published = new ArrayList<>();
    private long bytesMax = 1 << 20;

    @AfterEach
    void close() {
        stage.close();
    }

    private static final class Ticking extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static Catalogue with(String endpoints) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", "endpoints:\n" + endpoints)));
    }

    private String entry(String id, String path, String more) {
        return "  %s: {source: INDEED_AI_POSTINGS, address: '%s', file: a.csv, every: P1D, pause: PT0S, documentation: d, checked: 2026-11-30%s}\n"
                .formatted(id, stage.address(path), more);
    }

    private List<Endpoint> endpoints(String... entries) {
        Catalogue catalogue = with(String.join("", entries));
        return Arrays.stream(entries)
                .map(entry -> entry.strip().substring(0, entry.strip().indexOf(':')))
                .map(id -> Objects.requireNonNull(catalogue.endpoints().get(id)))
                .toList();
    }

    private Watch watch(AskingLimits limits, FetchPublisher publisher, List<Endpoint> endpoints) throws IOException {
        Catalogue catalogue = ShippedCatalogue.with(List.of());
        Fetcher fetcher = new Fetcher(
                "tidemark-test (test@example.org)", limits, new Keys(Map.of("MY_KEY", "s3cret")), true, clock);
        return new Watch(
                endpoints,
                fetcher,
                new Archive(dir.resolve("archive"), bytesMax),
                Formats.all(catalogue),
                publisher,
                new Teller(),
                clock,
                () -> 0.5);
    }

    private Watch watch() throws IOException {
        return watch(IMPATIENT, published::add, endpoints(entry("one", "/a", "")));
    }

    private final class Teller implements WatchListener {
        @Override
        public void received(Endpoint endpoint, Path file, long figures, Instant at) {
            told.add("%s received %d".formatted(endpoint.id(), figures));
        }

        @Override
        public void unchanged(Endpoint endpoint, Instant at) {
            told.add("%s unchanged".formatted(endpoint.id()));
        }

        @Override
        public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
            assertThat(detail).doesNotContain("s3cret", "\n");
            told.add("%s %s in %s: %s".formatted(endpoint.id(), reason, Duration.between(at, again), detail));
        }
    }

    private List<String> kept() throws IOException {
        Path archive = dir.resolve("archive");
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> archive.relativize(file).toString())
                    .filter(name -> !name.contains("/."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anAnswerIsKeptAsItCameUnderItsInstantAndHashAndPublished() throws IOException {
        stage.script("/a", Stage.file(FIRST));

        Instant next = watch().round();

        assertThat(kept()).singleElement().satisfies(name -> {
            assertThat(name).matches("one/2026-11-30T10-05-06Z-[0-9a-f]{12}/a\\.csv");
            assertThat(dir.resolve("archive").resolve(name)).hasContent(FIRST);
        });
        assertThat(published).hasSize(1);
        assertThat(told).containsExactly("one received 2");
        assertThat(next).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(stage.asked().get(0).header("User-Agent")).isEqualTo("tidemark-test (test@example.org)");
    }

    @Test
    void nothingIsAskedBeforeItIsDueAndAlsoNotByTheNextRun() throws IOException {
        stage.script("/a", Stage.file(FIRST));

        watch().round();
        clock.pass(Duration.ofHours(23));
        watch().round();

        assertThat(stage.asked()).hasSize(1);
        assertThat(published).hasSize(1);
    }

    @Test
    void theVersionIsSentBackAndWhatIsUnchangedCostsNoBody() throws IOException {
        stage.script(
                "/a",
                Stage.file(FIRST, "ETag", "\"v1\"", "Last-Modified", "Mon, 30 Nov 2026 09:00:00 GMT"),
                Stage.status(304),
                Stage.file(SECOND, "ETag", "\"v2\""));
        for (int i = 0; i < 3; i++) {
            watch().round();
            clock.pass(Duration.ofDays(1));
        }

        assertThat(stage.asked())
                .extracting(a -> a.header("If-None-Match"), a -> a.header("If-Modified-Since"))
                .containsExactly(
                        tuple("", ""),
                        tuple("\"v1\"", "Mon, 30 Nov 2026 09:00:00 GMT"),
                        tuple("\"v1\"", "Mon, 30 Nov 2026 09:00:00 GMT"));
        assertThat(told).containsExactly("one received 2", "one unchanged", "one received 3");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void theSameBytesAgainAreNoNews() throws IOException {
        stage.script("/a", Stage.file(FIRST, "ETag", "\"v1\""), Stage.file(FIRST, "ETag", "\"v2\""));
        watch().round();
        clock.pass(Duration.ofDays(1));
        watch().round();

        assertThat(told).containsExactly("one received 2", "one unchanged");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void packedAndPieceByPieceIsTheSame() throws IOException {
        byte[] packed = Stage.packed(SECOND.getBytes(StandardCharsets.UTF_8));
        stage.script("/a", Stage.chunked(FIRST), Stage.bytes(packed, "Content-Encoding", "gzip"));
        watch().round();
        clock.pass(Duration.ofDays(1));
        watch().round();

        assertThat(told).containsExactly("one received 2", "one received 3");
        assertThat(dir.resolve("archive").resolve(kept().get(1))).hasContent(SECOND);
    }

    static Stream<Arguments> failures() {
        String large = "x".repeat(2_000);
        byte[] bomb = Stage.packed("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        byte[] torn = Arrays.copyOf(Stage.packed(FIRST.getBytes(StandardCharsets.UTF_8)), 20);
        return Stream.of(
                Arguments.of(Stage.status(404), Reason.NOT_FOUND, 1),
                Arguments.of(Stage.status(410), Reason.NOT_FOUND, 1),
                Arguments.of(Stage.status(401), Reason.FORBIDDEN, 1),
                Arguments.of(Stage.status(403), Reason.FORBIDDEN, 1),
                Arguments.of(Stage.status(418), Reason.REFUSED, 1),
                Arguments.of(Stage.status(206), Reason.REFUSED, 1),
                Arguments.of(Stage.status(429), Reason.RATE_LIMITED, 3),
                Arguments.of(Stage.status(500), Reason.SERVER_ERROR, 3),
                Arguments.of(Stage.status(503), Reason.SERVER_ERROR, 3),
                Arguments.of(Stage.cut(FIRST), Reason.CUT, 3),
                Arguments.of(Stage.bytes(torn, "Content-Encoding", "gzip"), Reason.CUT, 3),
                Arguments.of(Stage.file(FIRST, "Content-Encoding", "br"), Reason.REFUSED, 1),
                Arguments.of(Stage.bytes(new byte[0]), Reason.EMPTY, 1),
                Arguments.of(Stage.file("<!DOCTYPE html><html><body>consent?"), Reason.NOT_DATA, 1),
                Arguments.of(Stage.file("\ufeff\n <html>", "Content-Type", "text/csv"), Reason.NOT_DATA, 1),
                Arguments.of(Stage.file(large), Reason.TOO_LARGE, 1),
                Arguments.of(Stage.chunked(large), Reason.TOO_LARGE, 1),
                Arguments.of(Stage.bytes(bomb, "Content-Encoding", "gzip"), Reason.TOO_LARGE, 1),
                Arguments.of(Stage.status(302, "Location", "/a"), Reason.REDIRECT, 4),
                Arguments.of(Stage.status(302, "Location", "https://10.0.0.1/a"), Reason.REDIRECT, 1),
                Arguments.of(Stage.status(302, "Location", "file:///etc/passwd"), Reason.REDIRECT, 1),
                Arguments.of(Stage.status(301, "Location", "http://a b"), Reason.REDIRECT, 1),
                Arguments.of(Stage.file("day,land,share\n2024-01-01,US,1\n"), Reason.UNREADABLE, 1),
                Arguments.of(
                        Stage.file("date,jobcountry,AI_share_postings\n2024-01-01,US,much\n"), Reason.UNREADABLE, 1),
                Arguments.of(Stage.file("date,jobcountry,AI_share_postings\n"), Reason.UNREADABLE, 1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureIsToldWithItsReasonAndHoldsUpNoOther(Stage.Line answer, Reason reason, int asked)
            throws IOException {
        stage.script("/a", answer).script("/b", Stage.file(FIRST));
        Watch watch = watch(
                IMPATIENT, published::add, endpoints(entry("one", "/a", ", bytes_max: 1000"), entry("two", "/b", "")));

        watch.round();

        assertThat(told).hasSize(2).last().isEqualTo("two received 2");
        assertThat(told.get(0)).startsWith("one %s in %s: ".formatted(reason, reason.isPassing() ? "PT1M6S" : "PT24H"));
        assertThat(stage.asked().stream().filter(a -> a.path().equals("/a"))).hasSize(asked);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatPassesInAMomentIsNoFailure() throws IOException {
        stage.script("/a", Stage.status(503), Stage.cut(FIRST), Stage.file(FIRST));

        watch().round();

        assertThat(told).containsExactly("one received 2");
    }

    @Test
    void anAnswerThatDoesNotEndIsEnded() throws IOException {
        stage.script("/a", stage.slow());
        AskingLimits impatient = new AskingLimits(
                Duration.ofSeconds(5), Duration.ofMillis(300), 0, Duration.ofMillis(1), Duration.ofMillis(2));

        watch(impatient, published::add, endpoints(entry("one", "/a", ""))).round();

        assertThat(told).singleElement().satisfies(line -> assertThat(line).startsWith("one TIMEOUT in "));
    }

    @Test
    void aPortThatNobodyListensOnIsUnreachable() throws IOException {
        String address = entry("one", "/a", "");
        stage.close();

        watch(IMPATIENT, published::add, endpoints(address)).round();

        assertThat(told).singleElement().satisfies(line -> assertThat(line).startsWith("one UNREACHABLE in "));
    }

    @Test
    void whoWantsToBeLeftAloneIsAskedNoSooner() throws IOException {
        stage.script("/a", Stage.status(429, "Retry-After", "172800"), Stage.file(FIRST));
        watch().round();
        clock.pass(Duration.ofHours(47));
        watch().round();

        assertThat(stage.asked()).hasSize(1);
        assertThat(told).singleElement().satisfies(l -> assertThat(l).startsWith("one RATE_LIMITED in PT48H: "));
        clock.pass(Duration.ofHours(2));
        watch().round();
        assertThat(told).last().isEqualTo("one received 2");
    }

    @Test
    void failuresThatGoOnAreAskedOfEverMoreSeldom() throws IOException {
        stage.script("/a", Stage.status(503));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Instant next = watch().round();
            pauses.add(Duration.between(clock.instant(), next));
            clock.pass(pauses.get(i));
        }

        assertThat(pauses).isSorted().last().isEqualTo(Duration.ofDays(1));
    }

    @Test
    void anAnswerWithHalfTheFiguresIsKeptAside() throws IOException {
        stage.script("/a", Stage.file(SECOND), Stage.file(FIRST.lines().limit(2).reduce("", (a, b) -> a + b + "\n")));
        watch().round();
        clock.pass(Duration.ofDays(1));
        watch().round();

        assertThat(told).last().satisfies(line -> assertThat(line)
                .startsWith("one SHRUNK in PT24H: 1 figures, and 3 in the answer before; kept as ")
                .contains(".aside/a.csv"));
        assertThat(published).hasSize(1);
    }

    @Test
    void whatCouldNotBePublishedIsPublishedByTheNextRunWithoutAsking() throws IOException {
        stage.script("/a", Stage.file(FIRST));
        FetchPublisher none = file -> {
            throw new IOException("no broker answers");
        };
        List<Endpoint> one = endpoints(entry("one", "/a", ""));
        Instant next = watch(IMPATIENT, none, one).round();
        watch(IMPATIENT, none, one).round();

        watch().round();

        assertThat(next).isAfter(clock.instant());
        assertThat(stage.asked()).hasSize(1);
        assertThat(published).hasSize(1);
        assertThat(told).last().isEqualTo("one received 2");
    }

    @Test
    void oneHostIsAskedForOneThingAtATime() throws IOException {
        stage.script("/a", Stage.file(FIRST)).script("/b", Stage.file(SECOND));
        Watch watch = watch(
                IMPATIENT,
                published::add,
                endpoints(
                        entry("one", "/a", "").replace("PT0S", "PT10S"),
                        entry("two", "/b", "").replace("PT0S", "PT10S")));

        Instant next = watch.round();

        assertThat(stage.asked()).hasSize(1);
        assertThat(next).isEqualTo(START.plusSeconds(10));
        clock.pass(Duration.ofSeconds(10));
        watch.round();
        assertThat(told).containsExactly("one received 2", "two received 3");
    }

    @Test
    void aSecretIsShownToItsOwnHostOnly() throws IOException {
        stage.script("/a", Stage.status(302, "Location", stage.address("/b").replace("127.0.0.1", "localhost")))
                .script("/b", Stage.file(FIRST));
        String key = ", key: {header: X-Key, variable: MY_KEY}";

        watch(IMPATIENT, published::add, endpoints(entry("one", "/a", key))).round();

        assertThat(stage.asked()).extracting(a -> a.header("X-Key")).containsExactly("s3cret", "");
        assertThat(told).containsExactly("one received 2");
    }

    @Test
    void withoutItsSecretNothingIsAsked() throws IOException {
        String key = ", key: {header: X-Key, variable: OTHER_KEY}";

        watch(IMPATIENT, published::add, endpoints(entry("one", "/a", key))).round();

        assertThat(stage.asked()).isEmpty();
        assertThat(told).singleElement().satisfies(l -> assertThat(l)
                .startsWith("one NO_KEY in PT24H: no secret; set OTHER_KEY, or OTHER_KEY_FILE"));
    }

    @Test
    void aFullArchiveAsksNobody() throws IOException {
        bytesMax = 10;
        stage.script("/a", Stage.file(FIRST));
        watch().round();
        clock.pass(Duration.ofDays(1));
        watch().round();

        assertThat(stage.asked()).hasSize(1);
        assertThat(told).last().satisfies(l -> assertThat(l).startsWith("one ARCHIVE in PT24H: archive "));
    }
}
