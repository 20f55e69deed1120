package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final String HEALTH = "health";

    @TempDir
    private Path dir = Path.of("");

    private LaunchedTree tree = new LaunchedTree(dir, dir);

    @BeforeEach
    void makeTree() throws IOException {
        tree = LaunchedTree.in(dir);
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: a tree is built once, and a copy of it not at all")
    void aCopyIsNotBuilt() throws Exception {
        assertThat(tree.run(HEALTH).err()).startsWith("Building Tidemark (first use");
        assertThat(tree.run(HEALTH).err()).isEmpty();

        LaunchedTree.Run copied = tree.copied("copy").run(HEALTH, "--live");

        assertThat(copied.err()).isEmpty();
        assertThat(copied.out()).contains(dir.resolve("copy").toString()).endsWith("Tidemark health --live\n");
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: a changed comment is built, also when its file has an older time")
    void contentDecides() throws Exception {
        tree.run(HEALTH);
        Path source = tree.root().resolve("core/src/main/java/A.java");
        Files.writeString(source, "class A {} // two\n");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));

        assertThat(tree.run(HEALTH).err()).startsWith("Building Tidemark (its sources have changed)");
        assertThat(tree.builds()).isEqualTo(2);
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: nothing of an older build is left for the next")
    void whatWasBuiltBeforeIsGone() throws Exception {
        tree.run(HEALTH);
        tree.write("core/target/quick/classes/Gone.class", "of a source that was deleted");
        Files.delete(tree.root().resolve("core/src/main/java/B.java"));

        tree.run(HEALTH);

        assertThat(tree.builds()).isEqualTo(2);
        assertThat(tree.root().resolve("core/target/quick")).doesNotExist();
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: a source that moved is built, one that was only touched is not")
    void namesCountAndTimesDoNot() throws Exception {
        tree.run(HEALTH);
        Path source = tree.root().resolve("core/src/main/java/B.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        tree.run(HEALTH);
        assertThat(tree.builds()).isEqualTo(1);

        Files.move(source, source.resolveSibling("C.java"));

        tree.run(HEALTH);
        assertThat(tree.builds()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "-h", "--version", "-V", "help", "up --help", "help up", "generate-completion", ""})
    @DisplayName("E11-copied-tree-builds-again: questions about the program are answered by what was built last")
    void helpBuildsNothing(String arguments) throws Exception {
        tree.run(HEALTH);
        tree.write("core/src/main/java/A.java", "class A {} // changed\n");

        LaunchedTree.Run run = tree.run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("java ");
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: help and version of a tree that was never built need no build")
    void helpOfATreeNeverBuilt() throws Exception {
        assertThat(tree.run("--help"))
                .isEqualTo(new LaunchedTree.Run(0, CliRun.of("--help").out(), ""));
        assertThat(tree.run()).isEqualTo(tree.run("help"));
        assertThat(tree.run("--version")).isEqualTo(new LaunchedTree.Run(0, "tidemark 9.8.7\n", ""));
        assertThat(tree.builds()).isZero();
    }

    @Test
    @DisplayName(
            "E11-copied-tree-builds-again: the help that needs no build is the program's; write it anew with ./tidemark --help")
    void theWrittenHelpIsTheProgramsOwn() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/org/tidemark/standalone/cli/usage.txt")))
                .isEqualTo(CliRun.of("--help").out());
    }

    @Test
    @DisplayName("E11-copied-tree-builds-again: TIDEMARK_NO_BUILD runs what was built last, or says that nothing was")
    void noBuild() throws Exception {
        Map<String, String> no = Map.of("TIDEMARK_NO_BUILD", "1");
        assertThat(tree.run(no, HEALTH))
                .isEqualTo(new LaunchedTree.Run(
                        1,
                        "",
                        "tidemark: nothing is built in %s and TIDEMARK_NO_BUILD is set; run it once without\n"
                                .formatted(tree.root().toRealPath())));
        tree.run(HEALTH);
        tree.write("core/src/main/java/A.java", "class A {} // changed\n");

        assertThat(tree.run(no, HEALTH).out()).startsWith("java ");
        assertThat(tree.builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildSaysWhyAndIsTriedAgain() throws Exception {
        Path mvn = tree.programs().resolve("mvn");
        Files.writeString(mvn, "#!/bin/sh\necho '[ERROR] A.java:[1,2] no such thing'; exit 1\n");

        LaunchedTree.Run run = tree.run(HEALTH);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("[ERROR] A.java:[1,2] no such thing", "tidemark: the build failed; all it said");
        assertThat(tree.run(HEALTH).err()).contains("the build failed");
    }

    @Test
    @DisplayName("E04-disk-full-and-noexec: TMPDIR is where Java's temporary files go")
    void temporaryFolder() throws Exception {
        assertThat(tree.run(Map.of("TMPDIR", "/a b/c"), HEALTH).out()).contains(" -Djava.io.tmpdir=/a b/c ");
        assertThat(tree.run(Map.of("TMPDIR", ""), HEALTH).out()).doesNotContain("tmpdir");
    }
}
