package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 0 the same, 1 different, 2 trouble, as {@code diff} has it. */
class DiffCommandTest {
    private static final int DIFFERENT = 1;

    @TempDir
    private Path dir = Path.of("");

    @Test
    void whatIsTheSameEndsWith0() throws IOException {
        CliRun run = diff(folder("a", ""), folder("b", ""));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).endsWith("They say the same.\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatDiffersEndsWith1() throws IOException {
        CliRun run = diff(folder("a", ""), folder("b", "MALFORMED\n"));

        assertThat(run.exit()).isEqualTo(DIFFERENT);
        assertThat(run.out()).contains("B MALFORMED\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void asJsonToo() throws IOException {
        CliRun run = CliRun.of("diff", folder("a", ""), folder("b", "MALFORMED\n"), "--json");

        assertThat(run.exit()).isEqualTo(DIFFERENT);
        assertThat(run.out()).startsWith("{").contains("\"same\" : false");
    }

    @Test
    void aFolderThatIsNotThereEndsWith2() throws IOException {
        String gone = dir.resolve("gone").toString();

        assertThat(diff(folder("a", ""), gone))
                .isEqualTo(new CliRun(
                        ErrorLine.MISUSED,
                        "",
                        "tidemark: %s is no folder; name one that 'replay --out' has left\n".formatted(gone)));
    }

    @Test
    void aFolderOfSomethingElseEndsWith2() throws IOException {
        CliRun run = diff(folder("a", ""), dir.toString());

        assertThat(run.exit()).isEqualTo(ErrorLine.MISUSED);
        assertThat(run.err()).contains("has no run.json").hasLineCount(1);
    }

    @Test
    void aToleranceBelowZeroMakesNoSense() {
        CliRun run = CliRun.of("diff", "a", "b", "--tolerance=-1");

        assertThat(run.exit()).isEqualTo(ErrorLine.MISUSED);
        assertThat(run.err())
                .isEqualTo("tidemark: --tolerance is -1.0; write 0 or a number above it; see 'tidemark diff --help'\n");
    }

    @Test
    void theHelpTellsTheExitCodes() {
        assertThat(CliRun.of("diff", "--help").out())
                .contains("Exit codes:", "0   they say the same", "1   they say different things", "2   trouble");
    }

    private static CliRun diff(String a, String b) {
        return CliRun.of("diff", a, b);
    }

    private String folder(String name, String rejected) throws IOException {
        Path folder = Files.createDirectory(dir.resolve(name));
        Files.writeString(folder.resolve("rejected.csv"), "reason\n" + rejected);
        Files.writeString(
                folder.resolve("run.json"),
                """
                {"input":{"hash":"1","files":[]},"settings":{},"output":{"files":{"rejected.csv":"%s"}}}
                """
                        .formatted(rejected.length()));
        return folder.toString();
    }
}
