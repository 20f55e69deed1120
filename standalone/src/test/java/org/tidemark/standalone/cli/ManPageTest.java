package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The manual tells all that the helps tell. */
class ManPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");

    private static void assertTold(String page, CommandLine command) {
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        assertThat(page).contains(spec.qualifiedName().replace("-", "\\-"));
        spec.options().stream().filter(o -> !o.hidden()).forEach(o -> assertThat(page)
                .contains(o.longestName().replace("-", "\\-")));
        command.getSubcommands().values().forEach(below -> assertTold(page, below));
    }

    @Test
    void everyCommandAndOptionIsInIt() {
        CliRun run = CliRun.of("man");

        assertThat(run.exit()).isZero();
        assertTold(run.out(), Tidemark.commandLine());
        assertThat(run.out())
                .startsWith(".TH TIDEMARK 1")
                .contains("EXIT STATUS")
                .contains(".B \\-h, \\-\\-help\n")
                .doesNotContain("${");
    }

    @Test
    void itIsSetWithoutAComplaint(@TempDir Path dir) throws Exception {
        assumeTrue(Files.isExecutable(GROFF), "skipped: no groff in /usr/bin");
        Path page =
                Files.writeString(dir.resolve("tidemark.1"), CliRun.of("man").out());
        Process process = new ProcessBuilder(GROFF.toString(), "-ww", "-man", "-Tutf8", "-P-cbou", page.toString())
                .redirectError(dir.resolve("complaints").toFile())
                .start();
        String set = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(dir.resolve("complaints")).isEmptyFile();
        assertThat(set).contains("NAME", "tidemark withdraw", "--data-dir=DIR", "EXIT STATUS");
    }
}
