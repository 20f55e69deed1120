package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.it.Figures;

/** A start that cannot go well ends with one line that says what, which, and what to do. */
class RefusedStartIT {
    @TempDir
    private Path dir = Path.of("");

    private Path data() throws IOException {
        return new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "figures.csv");
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void whenTheHttpPortIsTaken() throws Exception {
        try (ServerSocket taken = taken()) {
            String port = Integer.toString(taken.getLocalPort());

            CliRun run = CliRun.of("up", "--ephemeral", "--kafka-port", "0", "--port", port);

            assertOneLine(run, "port " + port + " of 127.0.0.1 is taken by another program; ");
        }
    }

    @Test
    void whenTheKafkaPortIsTaken() throws Exception {
        try (ServerSocket taken = taken()) {
            String port = Integer.toString(taken.getLocalPort());

            CliRun run = CliRun.of("up", "--ephemeral", "--port", "0", "--kafka-port", port);

            assertOneLine(
                    run,
                    "port " + port
                            + " on 127.0.0.1 is already in use; stop what uses it or choose another with --kafka-port");
        }
    }

    @Test
    void whenNoneOfTheFilesIsThere() {
        Path one = dir.resolve("one.csv");
        Path two = dir.resolve("two.csv");

        CliRun run = CliRun.of("up", "--ephemeral", "--data", one.toString(), "--data", two.toString());

        assertOneLine(run, "%s does not exist; check the path; %s does not exist; check the path".formatted(one, two));
    }

    @Test
    void whenTheDataDirectoryIsAFile() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));

        CliRun run = CliRun.of("up", "--once", "--data-dir", file.toString());

        assertOneLine(
                run,
                "data directory %s cannot be made: %s is a file, not a directory; name another with --data-dir"
                        .formatted(file, file));
    }

    @Test
    void whenTheDataDirectoryLiesBehindALinkToItself() throws Exception {
        Path loop = Files.createSymbolicLink(dir.resolve("loop"), dir.resolve("loop"));

        CliRun run = CliRun.of("up", "--once", "--data-dir", loop.toString());

        assertOneLine(run, "data directory " + loop + " cannot be made: ");
        assertThat(run.err()).endsWith("; name another with --data-dir\n");
    }

    @Test
    void whenTheFolderForAReplayIsAFile() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));

        CliRun run = CliRun.of("replay", "--data", data().toString(), "--out", file.toString());

        assertOneLine(
                run,
                "--out %s cannot be made: %s is a file, not a directory; name another folder".formatted(file, file));
    }

    @Test
    void whenTheCatalogueIsMissing() {
        Path nowhere = dir.resolve("nowhere.yaml");

        CliRun run = CliRun.of("up", "--once", "--ephemeral", "--catalogue", nowhere.toString());

        assertOneLine(run, "catalogue " + nowhere + " does not exist; check --catalogue");
    }

    @Test
    void whenTheCatalogueIsNoText() throws Exception {
        Path binary = Files.write(dir.resolve("binary.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        CliRun run = CliRun.of("up", "--once", "--ephemeral", "--catalogue", binary.toString());

        assertOneLine(run, "catalogue " + binary + " is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "indicators:\\n  a.b: [unclosed | , line ",
                "indicatrs:\\n  a.b: {} | indicatrs",
                "indicators:\\n  made.up:\\n    unti: percent | unti",
                "indicators:\\n  adoption.firms.any_use:\\n    noise: many | many"
            })
    void whenTheCatalogueIsNone(String yaml, String named) throws Exception {
        Path file = Files.writeString(dir.resolve("own.yaml"), yaml.replace("\\n", "\n"));

        CliRun run = CliRun.of("up", "--once", "--ephemeral", "--catalogue", file.toString());

        assertOneLine(run, "catalogue " + file);
        assertThat(run.err()).contains(named);
    }

    private static void assertOneLine(CliRun run, String said) {
        assertThat(run.err()).startsWith("tidemark: " + said).hasLineCount(1).doesNotContain("unexpected");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(ErrorLine.FAILED);
    }
}
