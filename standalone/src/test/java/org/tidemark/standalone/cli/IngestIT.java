package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** What a producer makes of files good and bad; the topics are there, and no topology reads them. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestIT {
    private static final long HUGE_BYTES = 1L << 30;

    private final TestBroker broker;
    private final Topics topics;
    private final Map<String, Object> connection;

    @TempDir
    private Path dir = Path.of("");

    IngestIT(TestBroker broker) {
        this.broker = broker;
        topics = new Topics(broker.name("ingest"));
        connection = Map.of("bootstrap.servers", broker.bootstrap());
    }

    @BeforeAll
    void makeTopics() {
        TopicSetup.ensure(connection, topics, 1, (short) 1);
    }

    private CliRun ingest(Object... paths) {
        List<String> arguments = new ArrayList<>(
                List.of("ingest", "--no-wait", "--bootstrap", broker.bootstrap(), "--prefix", topics.prefix()));
        for (Object path : paths) {
            arguments.add(path.toString());
        }
        return CliRun.of(arguments.toArray(new String[0]));
    }

    private Path good(String name) throws IOException {
        return new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, name);
    }

    /** Those of economies, without what ends an instant, which has no key. */
    private long records() {
        List<Long> offsets = new ArrayList<>();
        new LogReader(connection).read(topics.observations(), record -> {
            if (record.key() != null) {
                offsets.add(record.offset());
            }
        });
        return offsets.size();
    }

    @Test
    void aFileIsSentAndToldInOneLine() throws Exception {
        long before = records();

        CliRun run = ingest(good("good.csv"));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("good.csv: plain-csv, MADE: 1 read, 1 sent, skipped none, rejected none\nnot waited: ")
                .hasLineCount(2);
        assertThat(records()).isEqualTo(before + 2);
    }

    @Test
    void theResultIsJsonWhereAProgramReads() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("json"));
        Files.copy(good("one.csv"), folder.resolve("one \"quoted\".csv"));
        Files.writeString(folder.resolve("README.txt"), "hello");

        CliRun run = ingest(folder, "--json");

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.at("/loads/0/file").asText()).isEqualTo("one \"quoted\".csv");
        assertThat(json.at("/loads/0/sent").asInt()).isEqualTo(1);
        assertThat(json.at("/passed_over/0").asText())
                .contains("README.txt")
                .contains("under the columns indicator,economy");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        CliRun run = ingest(dir.resolve("nowhere.csv"));

        assertOneLine(run, dir.resolve("nowhere.csv") + " does not exist; check the path");
    }

    @Test
    void anEmptyFileIsNamedAndTheOthersAreLoaded() throws Exception {
        Path empty = Files.createFile(dir.resolve("empty.csv"));
        long before = records();

        CliRun run = ingest(empty, good("beside-empty.csv"));

        assertOneLine(run, empty + " is empty; there is nothing to load");
        assertThat(records()).isEqualTo(before + 2);
    }

    @Test
    void aFileOfNoKnownFormatIsNamedAndTheOthersAreLoaded() throws Exception {
        Path prose = Files.writeString(dir.resolve("prose.txt"), "Once upon a time\n");
        long before = records();

        CliRun run = ingest(prose, good("beside-prose.csv"));

        assertOneLine(run, prose + " is in no known format; write its figures under the columns indicator,");
        assertThat(records()).isEqualTo(before + 2);
    }

    @Test
    void inAFolderAFileOfNoKnownFormatIsPassedOver() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("folder"));
        Files.copy(good("in-folder.csv"), folder.resolve("in-folder.csv"));
        Path prose = Files.writeString(folder.resolve("prose.txt"), "Once upon a time\n");

        CliRun run = ingest(folder);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("in-folder.csv: ");
        assertThat(run.err())
                .startsWith("tidemark: passed over: " + prose + " is in no known format")
                .hasLineCount(1);
    }

    @Test
    void aFolderWithoutAnyFileIsNamed() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("barren"));

        CliRun run = ingest(folder);

        assertOneLine(run, folder + " holds no file; name files, or a folder that has some");
    }

    @Test
    void aFolderOfNothingButOtherFilesIsNamedAfterThem() throws Exception {
        Path folder = Files.createDirectory(dir.resolve("letters"));
        Files.writeString(folder.resolve("letter.txt"), "Dear all\n");

        CliRun run = ingest(folder);

        assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
        assertThat(run.err().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "tidemark: " + folder + " holds no file of a known format; what each of them is stands above");
    }

    @Test
    void aBrokenWorkbookIsNamed() throws Exception {
        byte[] broken = new byte[4096];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, broken, 0, 4);
        Path workbook = Files.write(dir.resolve("broken.xlsx"), broken);

        CliRun run = ingest(workbook);

        assertOneLine(run, workbook + " is in no known format, but is a ZIP archive; ");
    }

    @Test
    void aLineOfAGigabyteIsRejectedInBoundedMemoryAndTheRowsAroundItArrive() throws Exception {
        Path build = Files.createDirectories(Path.of("target", "huge"));
        Path file = build.resolve("huge.csv");
        try {
            writeHuge(file);
            long before = records();

            CliRun run = ingestInAProcessOfItsOwn(file);

            assertThat(run.exit()).isEqualTo(ErrorLine.REFUSED);
            assertThat(run.out())
                    .startsWith("huge.csv: plain-csv, MADE: 3 read, 2 sent, skipped none, rejected {TOO_LONG=1}\n");
            assertThat(run.err())
                    .startsWith("tidemark: refused: huge.csv, line 3: TOO_LONG: ")
                    .hasLineCount(2);
            assertThat(records()).isEqualTo(before + 4);
            assertThat(new TopicContents(connection, topics, Codecs.singleObject()).rejections())
                    .anySatisfy(r -> {
                        assertThat(r.reason()).isEqualTo(RejectReason.TOO_LONG);
                        assertThat(r.place()).isEqualTo("huge.csv, line 3");
                        assertThat(r.detail()).contains(Long.toString(HUGE_BYTES));
                    });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** With half as much memory as the line has bytes. */
    private CliRun ingestInAProcessOfItsOwn(Path file) throws Exception {
        String[] arguments = {
            "ingest",
            "--no-wait",
            "--bootstrap",
            broker.bootstrap(),
            "--prefix",
            topics.prefix(),
            file.toAbsolutePath().toString()
        };
        try (JavaProcess process = JavaProcess.startLong(dir.resolve("process"), Tidemark.class.getName(), arguments)) {
            return new CliRun(process.awaitEnd(), process.out(), process.err());
        }
    }

    /** The line is a hole in the file: it takes no space on the disk, and a reader sees its zeros. */
    private static void writeHuge(Path file) throws IOException {
        List<String> rows = new Figures()
                .firms("DK", "2023", 15.2, "2024-05-31")
                .firms("SE", "2024", 25.1, "2025-01-31")
                .text()
                .lines()
                .toList();
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(0);
            out.write((rows.get(0) + "\n" + rows.get(1) + "\n").getBytes(StandardCharsets.UTF_8));
            out.seek(out.getFilePointer() + HUGE_BYTES);
            out.write(("\n" + rows.get(2) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aClusterWithoutTheTopicsIsRefused() throws Exception {
        CliRun run = CliRun.of(
                "ingest",
                good("no-topics.csv").toString(),
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                broker.name("nothing"));

        assertOneLine(
                run,
                "%s has no topic %s.observations; start Tidemark there first, or give its --prefix"
                        .formatted(broker.bootstrap(), broker.name("nothing")));
    }

    @Test
    void whoAnswersNotIsNamed() throws Exception {
        CliRun run = CliRun.of("ingest", good("nobody.csv").toString(), "--bootstrap", "127.0.0.1:1");

        assertOneLine(run, "no broker answers at 127.0.0.1:1 within 10 s; check --bootstrap");
    }

    @Test
    void anAddressWithoutAPortIsRefused() throws Exception {
        CliRun run = CliRun.of("ingest", good("address.csv").toString(), "--bootstrap", "localhost");

        assertThat(run.err())
                .startsWith(
                        "tidemark: Invalid value for option '--bootstrap': 'localhost' is no broker; write HOST:PORT")
                .hasLineCount(1);
        assertThat(run.exit()).isEqualTo(ErrorLine.MISUSED);
    }

    @Test
    void aPrefixThatIsNoneIsRefused() throws Exception {
        CliRun run = CliRun.of(
                "ingest", good("prefix.csv").toString(), "--bootstrap", broker.bootstrap(), "--prefix", "No Prefix");

        assertOneLine(run, "topic prefix 'No Prefix': write lower case letters, digits, dots and dashes, 100 at most");
    }

    private static void assertOneLine(CliRun run, String said) {
        assertThat(run.err())
                .startsWith("tidemark: ")
                .contains(said)
                .hasLineCount(1)
                .doesNotContain("unexpected");
        assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
    }
}
