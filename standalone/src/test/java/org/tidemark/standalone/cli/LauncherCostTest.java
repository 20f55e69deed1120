package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher does so that a short command costs little. */
class LauncherCostTest {
    private static final String HEALTH = "health";
    private static final String ARCHIVE = "target/libraries.jsa";
    private static final String[] REPLAY = {"replay", "--data", "x", "--out", "y"};
    private static final String LEAN = " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

    @TempDir
    private Path dir = Path.of("");

    private LaunchedTree tree = new LaunchedTree(dir, dir);

    @BeforeEach
    void makeTree() throws IOException {
        tree = LaunchedTree.in(dir);
    }

    @Test
    void theBuildArchivesTheLibrariesAloneAndTheirArchiveIsUsed() throws Exception {
        LaunchedTree.Run run = tree.run(HEALTH);

        Path root = tree.root().toRealPath();
        String library = root.resolve("standalone/target/quick/lib/kafka.jar") + ":";
        assertThat(tree.archivings())
                .singleElement()
                .asString()
                .contains("-XX:SharedArchiveFile=" + root.resolve(ARCHIVE))
                .endsWith(" -cp " + library);
        assertThat(run.out())
                .contains(" -XX:SharedArchiveFile=" + root.resolve(ARCHIVE) + " -Xlog:cds*=off ")
                // An archive holds for a class path that begins with its own.
                .contains(" -cp " + library + root.resolve("standalone/target/quick/tidemark-standalone.jar") + ":"
                        + root.resolve("standalone/target/quick/lib/tidemark-core.jar") + " ");
    }

    @Test
    void aChangedSourceLeavesTheArchiveOfItsLibraries() throws Exception {
        tree.run(HEALTH);
        tree.write("core/src/main/java/A.java", "class A {} // changed\n");

        assertThat(tree.run(HEALTH).out()).contains(ARCHIVE);

        assertThat(tree.builds()).isEqualTo(2);
        assertThat(tree.archivings()).hasSize(1);
    }

    @Test
    void anArchiveThatJavaRefusesIsMadeAnew() throws Exception {
        tree.write(ARCHIVE, "of another Java");

        assertThat(tree.run(HEALTH).out()).contains(ARCHIVE);

        assertThat(tree.archivings()).hasSize(1);
        assertThat(Files.readString(tree.root().resolve(ARCHIVE))).isEqualTo("made\n");
    }

    @Test
    void whereNoneCanBeMadeTheCommandRunsWithoutAndNothingIsSaid() throws Exception {
        Path java = tree.programs().resolve("java");
        Files.writeString(java, Files.readString(java).replace("echo made", "false"));

        LaunchedTree.Run run = tree.run(HEALTH);

        assertThat(run.exit()).isZero();
        assertThat(run.err().lines()).singleElement().asString().startsWith("Building Tidemark (first use");
        assertThat(run.out()).startsWith("java ").doesNotContain("SharedArchiveFile");
        assertThat(tree.root().resolve(ARCHIVE)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEALTH,
                "topics",
                "ingest a.csv",
                "diff a b",
                "up --once --ephemeral",
                "up --help --once",
                "--help"
            })
    void aShortCommandHasTheFirstCompilerAndTheSimplestCollector(String command) throws Exception {
        tree.run(HEALTH);

        assertThat(tree.run(command.split(" ", -1)).out()).contains(LEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "up --data-dir x", "up --once --data x", "up --data=x --once", "monitor"})
    void aCommandThatMayRunForLongHasJavasOwnChoice(String command) throws Exception {
        tree.run(HEALTH);

        assertThat(tree.run(command.split(" ", -1)).out())
                .contains(ARCHIVE)
                .doesNotContain("-XX:TieredStopAtLevel", "-XX:+Use");
    }

    @Test
    void aReplayHasBothCompilersAndTheSimplestCollector() throws Exception {
        tree.run(HEALTH);

        assertThat(tree.run(REPLAY).out())
                .contains(ARCHIVE, " -XX:+UseSerialGC ")
                .doesNotContain("-XX:TieredStopAtLevel");
    }

    @Test
    void aCollectorOfTheUsersOwnStandsInAReplayToo() throws Exception {
        tree.run(HEALTH);

        assertThat(tree.run(Map.of("TIDEMARK_OPTS", "-XX:+UseG1GC"), REPLAY).out())
                .contains(" -XX:+UseG1GC ")
                .doesNotContain("Serial");
    }

    @Test
    void aCollectorOfTheUsersOwnStands() throws Exception {
        tree.run(HEALTH);

        String out = tree.run(Map.of("JAVA_OPTS", "-XX:+UseParallelGC"), HEALTH).out();

        assertThat(out)
                .contains(" -XX:TieredStopAtLevel=1 ", " -XX:+UseParallelGC ")
                .doesNotContain("Serial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help", "", "--version", "-V"})
    void aQuestionAboutTheProgramIsAnsweredAsTheCommandLineDoes(String question) {
        String[] words = question.isEmpty() ? new String[0] : new String[] {question};
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean answered = PlainQuestion.answer(words, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(answered).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(CliRun.of(words).out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"up --help", "help up", "--version --help", "health", "--unknown"})
    void everyOtherQuestionIsLeftToTheCommandLine(String question) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        boolean answered =
                PlainQuestion.answer(question.split(" ", -1), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(answered).isFalse();
        assertThat(printed.size()).isZero();
    }
}
