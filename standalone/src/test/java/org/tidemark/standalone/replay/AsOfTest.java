package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.PostingsSlice;
import org.tidemark.it.RealData;
import org.tidemark.it.TestSystem;
import org.tidemark.it.TopologyTarget;
import org.tidemark.producers.kafka.PlayedEvents;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.Loader;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.validate.Rejection;

/**
 * What was known on a day is what a run says that gets nothing published later: on the publishers' figures, on dated
 * files that revise and withdraw, and on made ones, without a broker.
 */
class AsOfTest {
    private static final int LAG_DAYS = 15;
    private static final int PUBLISHED = 7;
    private static final LocalDate FIRST_DELIVERY = LocalDate.parse("2024-10-15");
    private static final List<String> DAYS = List.of(
            "2021-06-30",
            "2022-01-31",
            "2023-01-30",
            "2023-01-31",
            "2023-12-31",
            "2024-05-31",
            "2024-07-20",
            "2024-08-01",
            "2024-09-15",
            "2024-10-14",
            "2024-10-15",
            "2024-11-12",
            "2024-11-13",
            "2024-12-12",
            "2025-01-14",
            "2025-02-06",
            "2025-02-14",
            "2025-04-08",
            "2025-06-17",
            "2025-12-31");

    @TempDir
    private Path dir = Path.of("");

    private final List<Path> postings = new ArrayList<>();
    private Path shipped = Path.of("");
    private Path made = Path.of("");

    @BeforeEach
    void makeFiles() throws IOException {
        Path data = Files.createDirectory(dir.resolve("data"));
        shipped = someOf(DataDir.kept(dir.resolve("shipped-figures")).shippedFigures(), data);
        made = new Figures()
                .firms("DK", "2020", 20, "2021-01-31")
                .firms("DK", "2021", 24, "2022-01-31")
                .firms("DK", "2022", 28, "2023-01-31")
                .firms("DK", "2021", 25, "2023-01-31")
                .row("adoption.firms.any_use,DK,TOTAL,2020,,percent,2024-08-01,MADE")
                .firms("DK", "2023", 33, "2024-05-31")
                .firms("DK", "2022", 140, "2024-05-31")
                .firms("BE", "2022", 9, "2023-12-31")
                .firms("BE", "2022", 9, "2025-02-06")
                // The first that its source, of complete coverage, says of an economy, and in a file without a date.
                .row("adoption.postings.ai_share,NZ,TOTAL,2025-05,1.5,percent,2025-06-30,INDEED_AI_POSTINGS")
                .in(data, "made.csv");
        if (RealData.isThere()) {
            for (Path file : PostingsSlice.files(RealData.at("indeed-ai-postings"))) {
                postings.add(PostingsSlice.of(file, data, AsOfTest::isKept));
            }
        }
    }

    /** Those of two economies are enough of every kind: adoption, work, supply, demand, prices. */
    private static Path someOf(Path file, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.matches("indicator,.*|[^,]*,(US|DE),.*"))
                .toList();
        return Files.write(folder.resolve("figures.csv"), lines, StandardCharsets.UTF_8);
    }

    /** Japan leaves in 2025; every tenth day will do. The file of 2025-02-14 writes its dates another way. */
    private static boolean isKept(String line) {
        return line.matches("2024-0[6-9]-.5,(JP|AU),.*|[6-9]/[12]?5/24,(JP|AU),.*|2025-..-.5,(JP|AU),.*");
    }

    @Test
    void asOfADayEqualsARunOnOnlyWhatWasPublishedByThen() throws Exception {
        List<Event> before = List.of();
        try (TopologyTarget all = new TopologyTarget(dir.resolve("state"))) {
            for (String day : DAYS) {
                Instant asOf = PublicationDate.parse(day);
                Recorded then = loaded(inputs(), new LoadSettings(false, asOf, null, false));
                Recorded only = loaded(publishedBy(LocalDate.parse(day)), LoadSettings.ALL);

                assertThat(then.anyLoad()).as("sent as of " + day).isEqualTo(only.anyLoad());
                assertThat(then.events.subList(0, before.size()))
                        .as("history by " + day)
                        .isEqualTo(before);
                // What is known grows by what is published, so that one run of the topologies shows every day.
                then.events.subList(before.size(), then.events.size()).forEach(all::send);
                assertThat(tables(then.report, all, day + "-as-of"))
                        .as("said by " + day)
                        .isEqualTo(tablesOf(only, day));
                before = then.events;
            }
        }
        assertThat(before.size()).isGreaterThan(300);
    }

    private Map<String, String> tablesOf(Recorded sent, String day) throws IOException {
        try (TopologyTarget topologies = new TopologyTarget(dir.resolve("state-" + day))) {
            sent.events.forEach(topologies::send);
            return tables(sent.report, topologies, day + "-only");
        }
    }

    private Map<String, String> tables(LoadReport report, TopologyTarget topologies, String folder) throws IOException {
        ReplayResult result = ReplayResult.of(
                report,
                new Said(
                        topologies.estimates(),
                        topologies.news(),
                        topologies.judgements(),
                        topologies.alerts(),
                        topologies.rejections(),
                        topologies.releases()),
                List.of());
        Path out = Files.createDirectory(dir.resolve(folder));
        Map<String, String> hashes = new TreeMap<>(
                new ReplayFiles(out, TestSystem.CATALOGUE.recipes().measures())
                        .write(result)
                        .hashes());
        // The last column holds the bytes as they were sent, and with them the load and the line: a file with rows cut
        // off is
        // another.
        hashes.put(
                "rejected.csv",
                Files.readString(out.resolve("rejected.csv"), StandardCharsets.UTF_8)
                        .replaceAll("(?m),\"\\\\xc3.*$", "")
                        .replaceAll("line \\d+\"", "line\""));
        return hashes;
    }

    private List<Path> inputs() {
        return Stream.concat(Stream.of(made, shipped), postings.stream()).toList();
    }

    private List<Path> publishedBy(LocalDate day) throws IOException {
        Path folder = Files.createDirectory(dir.resolve("published-by-" + day));
        List<Path> files = new ArrayList<>();
        files.add(rows(made, folder, 6, day));
        files.add(rows(shipped, folder, PUBLISHED, day));
        for (Path file : postings) {
            String name = String.valueOf(file.getFileName());
            LocalDate filed = LocalDate.parse(name.substring("AI_posting.".length(), name.length() - 4));
            if (!filed.isAfter(day)) {
                files.add(file);
            } else if (filed.equals(FIRST_DELIVERY)) {
                // It plays as history: each figure was public so many days after its period.
                files.add(PostingsSlice.of(file, folder, line -> !LocalDate.parse(line.substring(0, 10))
                        .plusDays(LAG_DAYS)
                        .isAfter(day)));
            }
        }
        return files;
    }

    private static Path rows(Path file, Path folder, int column, LocalDate day) throws IOException {
        List<String> kept = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("#")
                        || line.startsWith("indicator,")
                        || !PublicationDate.parse(line.split(",", -1)[column])
                                .isAfter(PublicationDate.parse(day.toString())))
                .toList();
        return Files.write(folder.resolve(String.valueOf(file.getFileName())), kept, StandardCharsets.UTF_8);
    }

    private Recorded loaded(List<Path> files, LoadSettings settings) throws IOException {
        Recorded recorded = new Recorded();
        recorded.report = new Loader(
                        TestSystem.CATALOGUE,
                        Formats.all(TestSystem.CATALOGUE),
                        recorded,
                        Clock.systemUTC(),
                        LoadProgress.SILENT)
                .run(Inputs.of(files), settings);
        return recorded;
    }

    /** What was sent, received when it was published as in every replay. */
    private static final class Recorded implements LoadTarget {
        private final List<Event> events = new ArrayList<>();
        private LoadReport report = new LoadReport(List.of(), List.of(), List.of(), 0);

        /** A file of which rows are cut off is another load; nothing else may differ. */
        List<Event> anyLoad() {
            return events.stream().map(Recorded::anyLoad).toList();
        }

        private static Event anyLoad(Event event) {
            BatchId b = event.batch();
            BatchId any = new BatchId(b.source(), b.release(), b.published(), "");
            if (event instanceof ReleaseEnd c) {
                return new ReleaseEnd(c.economy(), any, c.sent(), c.complete(), c.moreAtInstant());
            }
            Observation o = (Observation) event;
            return new Observation(
                    o.figure(),
                    o.value(),
                    o.standardError(),
                    o.unit(),
                    o.basis(),
                    o.status(),
                    any,
                    o.ordinal(),
                    o.receivedAt(),
                    o.note());
        }

        @Override
        public PastLoads pastLoads() {
            return new PastLoads(List.of());
        }

        @Override
        public PastFigures pastFigures(Set<String> sources) {
            return new PastFigures();
        }

        @Override
        public void note(Load load) {
            // Counted in the report.
        }

        @Override
        public void send(Event event) {
            events.add(PlayedEvents.received(event));
        }

        @Override
        public void closed(Instant published, boolean last) {
            // Says nothing of what was known.
        }

        @Override
        public void reject(Rejection rejection) {
            throw new AssertionError(rejection.detail());
        }

        @Override
        public void flush() {
            // Everything is there at once.
        }
    }
}
