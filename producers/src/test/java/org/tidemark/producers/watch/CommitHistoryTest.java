package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.load.Formats;

/** A file of a public repository, version by version, each published when it was committed. */
class CommitHistoryTest {
    private static final Instant START = Instant.parse("2026-11-30T10:05:06Z");

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();
    private final List<String> published = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private static String file(int version) {
        return "date,jobcountry,AI_share_postings\n"
                + IntStream.rangeClosed(1, version + 1)
                        .mapToObj("2024-01-%02d,US,1.5\n"::formatted)
                        .collect(Collectors.joining());
    }

    private static String id(int version) {
        return "%040x".formatted(0xabc000 + version);
    }

    private static Instant committed(int version) {
        return Instant.parse("2024-02-01T12:00:00Z").plus(Duration.ofDays(7L * version));
    }

    private static String page(IntStream newestFirst) {
        return newestFirst
                .mapToObj(v -> "{\"sha\": \"%s\", \"commit\": {\"committer\": {\"date\": \"%s\"}}}"
                        .formatted(id(v), committed(v)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Stage.Line listed(IntStream newestFirst) {
        return Stage.bytes(page(newestFirst).getBytes(StandardCharsets.UTF_8), "ETag", "\"list\"");
    }

    private Endpoint endpoint() {
        String entry =
                "endpoints:\n  one: {source: INDEED_AI_POSTINGS, address: '%s', commits: '%s', file: a.csv, every: P1D, pause: PT10S, documentation: d, checked: 2026-11-30}\n"
                        .formatted(stage.address("/raw/{commit}/a.csv"), stage.address("/commits?path=a.csv"));
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", entry)));
        return Objects.requireNonNull(catalogue.endpoints().get("one"));
    }

    /** Asks until a day passes without a question. */
    private Instant untilQuiet(Instant from) throws IOException {
        Instant now = from;
        while (true) {
            int before = stage.asked().size();
            Instant next = at(now).round();
            if (stage.asked().size() > before && Duration.between(now, next).compareTo(Duration.ofDays(1)) >= 0) {
                return next;
            }
            assertThat(next).isAfter(now);
            now = next;
        }
    }

    private Watch at(Instant now) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Watch(
                List.of(endpoint()),
                new Fetcher("tidemark-test (test@example.org)", AskingLimits.DEFAULT, new Keys(Map.of()), true, clock),
                new Archive(dir.resolve("archive"), 1 << 20),
                Formats.all(ShippedCatalogue.with(List.of())),
                file -> published.add(
                        String.valueOf(Objects.requireNonNull(file.getParent()).getFileName())),
                new WatchListener() {
                    @Override
                    public void received(Endpoint endpoint, Path file, long figures, Instant at) {
                        told.add("received " + figures);
                    }

                    @Override
                    public void unchanged(Endpoint endpoint, Instant at) {
                        told.add("unchanged");
                    }

                    @Override
                    public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
                        told.add(reason + " " + detail);
                    }
                },
                clock,
                () -> 0);
    }

    private void scriptFiles(IntStream versions) {
        versions.forEach(v -> stage.script("/raw/" + id(v) + "/a.csv", Stage.file(file(v))));
    }

    private List<Instant> kept() throws IOException {
        try (Stream<Path> folders = Files.list(dir.resolve("archive/one"))) {
            return folders.filter(
                            folder -> !String.valueOf(folder.getFileName()).startsWith("."))
                    .map(folder -> FileDates.of(new SourceFile(folder.resolve("a.csv")))
                            .orElseThrow())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("every version becomes a file that was published when it was committed, the oldest first")
    void everyVersionIsAVintage() throws Exception {
        stage.script("/commits", listed(IntStream.of(2, 1, 0)), listed(IntStream.of(3, 2, 1, 0)), Stage.status(304));
        scriptFiles(IntStream.rangeClosed(0, 3));

        Instant next = untilQuiet(START);

        assertThat(kept()).containsExactly(committed(0), committed(1), committed(2));
        assertThat(published).hasSize(3).isSorted();
        assertThat(told).containsExactly("received 1", "received 2", "received 3");
        next = untilQuiet(next);
        assertThat(kept()).containsExactly(committed(0), committed(1), committed(2), committed(3));
        Instant last = untilQuiet(next);

        assertThat(told).containsExactly("received 1", "received 2", "received 3", "received 4", "unchanged");
        assertThat(stage.asked().stream().map(Stage.Asked::path).filter(path -> path.startsWith("/raw")))
                .as("no version is asked for twice")
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(stage.asked()).hasSize(3 + 4);
        assertThat(stage.asked().get(stage.asked().size() - 1).header("If-None-Match"))
                .isEqualTo("\"list\"");
        assertThat(last).isAfter(next);
    }

    @Test
    @DisplayName("a long list is asked for page by page, and a run that begins anew goes on where the last one was")
    void aLongList() throws Exception {
        int all = FileList.PAGE + 2;
        stage.script(
                "/commits",
                listed(IntStream.iterate(all - 1, v -> v - 1).limit(FileList.PAGE)),
                listed(IntStream.of(1, 0)));
        scriptFiles(IntStream.range(0, all).filter(v -> v < 28));

        // Versions from the 28th on are gone: each is told, and the others come all the same.
        Instant unused = untilQuiet(START);

        assertThat(kept()).hasSize(28).startsWith(committed(0)).endsWith(committed(27));
        assertThat(told.stream().filter(line -> line.startsWith("NOT_FOUND"))).hasSize(all - 28);
        assertThat(stage.asked().stream().map(Stage.Asked::path).distinct()).hasSize(1 + all);
    }

    @Test
    @DisplayName("what is no list of commits is told, and asked for again when it is due")
    void whatIsNoList() throws Exception {
        stage.script("/commits", Stage.file("[{\"sha\": \"../../etc\"}]"), Stage.file("nothing"), Stage.status(403));

        Instant next = untilQuiet(START);
        next = untilQuiet(next);
        Instant unused = untilQuiet(next);

        assertThat(published).isEmpty();
        assertThat(told).hasSize(3);
        assertThat(told.get(0)).startsWith("UNREADABLE the list of commits has one without a sha");
        assertThat(told.get(1)).startsWith("UNREADABLE the list of commits is no list");
        assertThat(told.get(2)).startsWith("FORBIDDEN");
    }

    @Test
    @DisplayName(
            "two versions of one second are two vintages, and one that is dated back comes after what is published")
    void datesThatDoNotRise() {
        Instant back = committed(1);

        assertThat(ListingTurn.published(back, null)).isEqualTo(committed(1));
        assertThat(ListingTurn.published(back, committed(1)))
                .isEqualTo(committed(1).plusSeconds(1));
        assertThat(ListingTurn.published(back, committed(5)))
                .isEqualTo(committed(5).plusSeconds(1));
    }
}
