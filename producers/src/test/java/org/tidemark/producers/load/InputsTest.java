package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.SourceFile;

class InputsTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    @Test
    void filesAreNamedOrFoundInFoldersBelow() throws IOException {
        Path named = toys.text("named.csv", "x");
        Path a = toys.text("in/b/a.csv", "x");
        Path b = toys.text("in/b.csv", "y");

        Inputs inputs = Inputs.of(List.of(folder.resolve("in"), named));

        assertThat(inputs.named()).extracting(SourceFile::path).containsExactly(named);
        assertThat(inputs.found()).extracting(SourceFile::path).containsExactly(b, a);
        assertThat(inputs.folders()).containsExactly(folder.resolve("in"));
        assertThat(inputs.failures()).isEmpty();
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOutButNotAFolderThatIsNamed() throws IOException {
        toys.text("in/.git/a.csv", "x");
        toys.text("in/.hidden.csv", "x");
        Path named = toys.text(".hidden/a.csv", "x");

        assertThat(Inputs.of(List.of(folder.resolve("in"))).found()).isEmpty();
        assertThat(Inputs.of(List.of(folder.resolve(".hidden"))).found())
                .extracting(SourceFile::path)
                .containsExactly(named);
    }

    @Test
    void aFileIsTakenOnceHoweverOftenItIsNamedOrReached() throws IOException {
        Path file = toys.text("in/a.csv", "x");
        Path roundabout = folder.resolve("in").resolve("..").resolve("in").resolve("a.csv");
        Path link = Files.createSymbolicLink(folder.resolve("in/latest.csv"), file);

        Inputs inputs = Inputs.of(List.of(roundabout, file, file, link, folder.resolve("in"), folder));

        assertThat(inputs.named()).hasSize(1);
        assertThat(inputs.found()).isEmpty();
    }

    @Test
    void ofALinkAndItsFileTheFilesOwnNameCounts() throws IOException {
        Path file = toys.text("in/z-2024-03.csv", "x");
        Path link = Files.createSymbolicLink(folder.resolve("in/latest.csv"), file);

        assertThat(Inputs.of(List.of(folder.resolve("in"))).found())
                .extracting(SourceFile::path)
                .containsExactly(folder.toRealPath().equals(folder) ? file : link);
    }

    @Test
    void aLinkAloneIsReadUnderItsOwnNameWhichMayHoldTheDate() throws IOException {
        Path stored = toys.text("store/8f3a", "x");
        Files.createDirectories(folder.resolve("in"));
        Path link = Files.createSymbolicLink(folder.resolve("in/2024-03.csv"), stored);

        assertThat(Inputs.of(List.of(folder.resolve("in"))).found())
                .extracting(SourceFile::path)
                .containsExactly(link);
    }

    @Test
    void aLoopOfLinksIsWalkedOnce() throws IOException {
        Path file = toys.text("in/deep/a.csv", "x");
        Files.createSymbolicLink(folder.resolve("in/deep/loop"), folder.resolve("in"));

        Inputs inputs = Inputs.of(List.of(folder.resolve("in")));

        assertThat(inputs.found()).extracting(SourceFile::path).containsExactly(file);
        assertThat(inputs.failures()).isEmpty();
    }

    @Test
    void aLinkToNothingIsALine() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Path link = Files.createSymbolicLink(folder.resolve("in/a.csv"), folder.resolve("gone.csv"));

        assertThat(Inputs.of(List.of(folder.resolve("in"))).failures())
                .containsExactly(link + " is a link to nothing; mend or remove it");
    }

    @Test
    void whatIsMissingIsALineAndTheRestIsTaken() throws IOException {
        Path missing = folder.resolve("missing.csv");
        Path there = toys.text("there.csv", "x");

        Inputs inputs = Inputs.of(List.of(missing, there, missing));

        assertThat(inputs.failures()).containsExactly(missing + " does not exist; check the path");
        assertThat(inputs.named()).hasSize(1);
    }

    @Test
    void foldersThatAreTooDeepAreALineAndNotForgotten() throws IOException {
        Path deep = toys.text("in/1/2/3/4/5/6/7/a.csv", "x");
        toys.text("in/1/2/3/4/5/6/7/8/b.csv", "x");

        Inputs inputs = Inputs.of(List.of(folder.resolve("in")));

        assertThat(inputs.found()).extracting(SourceFile::path).containsExactly(deep);
        assertThat(inputs.failures())
                .containsExactly(
                        folder.resolve("in/1/2/3/4/5/6/7/8") + " lies more than 7 folders deep; name it itself");
    }

    @Test
    void whatMayNotBeReadIsALineAndTheRestIsTaken() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("in/closed"));
        Path file = toys.text("in/a.csv", "x");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "root may read everything");

        Inputs inputs = Inputs.of(List.of(folder.resolve("in")));

        assertThat(inputs.found()).extracting(SourceFile::path).containsExactly(file);
        assertThat(inputs.failures()).containsExactly(closed + " cannot be read; check its permissions");
    }

    @Test
    void aDeviceIsNoFile() throws IOException {
        Path device = Path.of("/dev/null");
        assumeFalse(!Files.exists(device), "no such device here");

        assertThat(Inputs.of(List.of(device)).failures())
                .containsExactly("/dev/null is no regular file; write what it gives into one");
    }
}
