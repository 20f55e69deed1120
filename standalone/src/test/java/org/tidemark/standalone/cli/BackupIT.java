package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.stored.Flipped;
import org.tidemark.wire.Topics;

/** A system with a decision, a refusal and alerts is saved, lost and restored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupIT {
    private static final int YEARS = 10;
    private static final String LOG = "00000000000000000000.log";

    private final Path dir;
    private final Path backup;
    private Map<String, Object> said = Map.of();

    BackupIT(@TempDir Path dir) {
        this.dir = dir;
        this.backup = dir.resolve("while-it-ran.backup");
    }

    @BeforeAll
    void fillAndSaveWhileItRuns() throws Exception {
        Path file = figures();
        try (TestSystem system = TestSystem.own(dir.resolve("first"))) {
            system.load(file);
            decide(system);
            system.drain();
            said = said(system);

            CliRun run = backup(dir.resolve("first"), backup);

            assertThat(run.err()).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("; the system runs, so this is what it held at the time");
        }
    }

    private Path figures() throws IOException {
        Figures figures = new Figures();
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), 2 + i, "2022-03-01");
        }
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), 1.3 * (2 + i), "2022-04-01");
        }
        figures.firms("DK", "2021", 64, "2022-05-01").firms("DK", "2022", 66, "2023-05-01");
        return figures.row("adoption.firms.any_use,DK,TOTAL,2023,many,percent,2024-01-01,MADE")
                .in(dir, "figures.csv");
    }

    private static void decide(TestSystem system) {
        CliRun released = CliRun.of(
                "quarantine",
                "release",
                "--bootstrap",
                system.system().bootstrap(),
                "--economy",
                "DK",
                "--note",
                "asked them");
        assertThat(released.out()).contains(" sent as release");
    }

    /**
     * What the topics say of it, byte for byte; refusals in any order, since they carry the time of their sending, and
     * estimates and news in the order of each cell, since both halves of the flow write to these topics.
     */
    private static Map<String, Object> said(TestSystem system) {
        Topics topics = system.topics();
        Map<String, Object> said = new LinkedHashMap<>();
        for (String topic : List.of(topics.observations(), topics.alerts(), topics.judgements(), topics.releases())) {
            said.put(topic, system.bytes(topic));
        }
        for (String topic : List.of(topics.estimates(), topics.news())) {
            said.put(topic, system.bytesByKey(topic));
        }
        said.put(
                "rejected",
                system.contents().rejections().stream()
                        .map(r -> r.reason() + " " + r.place() + " " + r.detail())
                        .sorted()
                        .toList());
        said.put("counts", system.counts());
        return said;
    }

    private static CliRun backup(Path dataDir, Path to) {
        return CliRun.of("backup", "--data-dir", dataDir.toString(), "--to", to.toString());
    }

    private static CliRun restore(Path from, Path dataDir) {
        return CliRun.of("restore", "--from", from.toString(), "--data-dir", dataDir.toString());
    }

    @Test
    @DisplayName("R-metadata-log: what was saved and restored says the same, decisions too, and no alert twice")
    void restoredSystemSaysTheSame() throws Exception {
        Path restored = dir.resolve("restored");
        assertThat(restore(backup, restored).err()).isEmpty();

        try (TestSystem system = TestSystem.own(restored)) {
            system.drain();

            assertThat(said(system)).isEqualTo(said);
            assertThat(system.contents().alerts()).isNotEmpty();
            // The same file again changes nothing: its load is remembered.
            system.load(dir.resolve("figures.csv"));
            assertThat(system.bytes(system.topics().alerts()))
                    .isEqualTo(said.get(system.topics().alerts()));
        }
    }

    @Test
    @DisplayName("R-metadata-log: the figures of a directory that no broker starts on are saved from its files")
    void damagedDirectoryIsSaved() throws Exception {
        Path spoilt = Flipped.copy(dir.resolve("first"), dir.resolve("spoilt"));
        Flipped.bytes(spoilt.resolve("broker/kafka/__cluster_metadata-0/" + LOG), 20);
        CliRun refused = CliRun.of("up", "--once", "--data-dir", spoilt.toString());
        assertThat(refused.exit()).isEqualTo(ErrorLine.FAILED);
        assertThat(refused.err())
                .startsWith("tidemark: data directory " + spoilt.resolve("broker") + " does not hold what it held: ")
                .endsWith(
                        "; nothing was changed; restore a backup with 'tidemark restore', or save what can be read with"
                                + " 'tidemark backup --data-dir " + spoilt + " --to FILE' and restore that\n")
                .hasLineCount(1);

        CliRun saved = backup(spoilt, Files.createDirectories(dir.resolve("backups")));

        assertThat(saved.exit()).isZero();
        assertThat(restore(onlyFile(dir.resolve("backups")), dir.resolve("saved"))
                        .exit())
                .isZero();
        try (TestSystem system = TestSystem.own(dir.resolve("saved"))) {
            system.drain();
            assertThat(said(system)).isEqualTo(said);
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = new ArrayList<>(files.toList());
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    @DisplayName("R-metadata-log: figures that cannot be read are named, and the others are saved")
    void damagedFiguresAreNamed() throws Exception {
        Path spoilt = Flipped.copy(dir.resolve("first"), dir.resolve("half"));
        Path log = figuresOf(spoilt);
        Flipped.bytes(log, 1);

        CliRun saved = backup(spoilt, dir.resolve("half.backup"));

        assertThat(saved.exit()).isEqualTo(3);
        assertThat(saved.err())
                .startsWith("tidemark: left out: " + log + " is damaged at byte ")
                .endsWith(" bytes are lost)\n")
                .hasLineCount(1);
        assertThat(dir.resolve("half.backup")).exists();
    }

    /** The segment with the most figures. */
    private static Path figuresOf(Path dataDir) throws IOException {
        try (Stream<Path> all = Files.walk(dataDir.resolve("broker/kafka"))) {
            return all.filter(file -> file.toString().matches(".*tidemark[.]observations-[0-9]/[0-9]+[.]log"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void whatIsNoWholeBackupLeavesNothingBehind() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, whole.length - 10));
        Path flipped = Files.write(dir.resolve("flipped"), whole);
        Flipped.bytes(flipped, 1);
        Path text = Files.writeString(dir.resolve("text"), "no backup");

        for (Path file : List.of(cut, flipped, text)) {
            CliRun run = restore(file, dir.resolve("never"));

            assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
            assertThat(run.err())
                    .isEqualTo(
                            "tidemark: %s is no whole backup: it is cut off or damaged; use another\n".formatted(file));
        }
        assertThat(dir.resolve("never")).doesNotExist();
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() throws Exception {
        Path there = Files.createDirectories(dir.resolve("there"));
        Files.writeString(there.resolve("something"), "");

        assertThat(restore(backup, there).err())
                .isEqualTo(
                        "tidemark: data directory %s is not empty, and nothing is restored over what is there; name a new one with --data-dir\n"
                                .formatted(there));
        assertThat(backup(dir.resolve("nowhere"), dir).err())
                .isEqualTo("tidemark: data directory %s holds no broker; check --data-dir\n"
                        .formatted(dir.resolve("nowhere")));
    }
}
