package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.release.Load;

/** One bad file is one clear line and never holds up the others. */
class BadFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "unreadable, 'a.toy makes no sense; mend it'",
        "fails, 'a.toy cannot be read: the disk is gone?and more; check that it is whole, and report it if it is'",
        "breaks, 'a.toy cannot be read: Array index out of range: 7; check that it is whole, and report it if it is'",
        "LAGGED DE 2024-01 NaN, 'a.toy cannot be read: toy.level|DE|TOTAL|LAGGED|2024-01: value NaN, standard error null at line 3; both must be finite numbers; check that it is whole, and report it if it is'",
        "LAGGED DE 2024-01 1 se=-1, 'a.toy cannot be read: toy.level|DE|TOTAL|LAGGED|2024-01: value 1.0, standard error -1.0 at line 3; both must be finite numbers; check that it is whole, and report it if it is'"
    })
    void whateverAReaderThrowsIsALineAboutItsFile(String line, String said) {
        Path bad = toys.file("a.toy", "LAGGED FR 2024-01 1", line);
        Path good = toys.file("b.toy", "LAGGED DE 2024-01 1");
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL, bad, good);

        assertThat(report.failures()).singleElement().asString().endsWith(said).doesNotContain("\n");
        assertThat(report.loads()).extracting(Load::file).containsExactly("b.toy");
        assertThat(target.observations()).extracting(o -> o.economy()).containsExactly("DE");
    }

    @Test
    void aFormatThatBreaksWhileItRecognisesHoldsUpNothingEither() {
        Path bad = toys.text("a.toy", "toy that nobody dares to recognise");

        LoadReport report = Toys.load(new RecordingTarget(), LoadSettings.ALL, bad, toys.file("b.toy", "skip"));

        assertThat(report.failures())
                .containsExactly(
                        bad + " cannot be read: not even this; check that it is whole, and report it if it is");
        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void aFileWithoutARowIsSaid() {
        Path bare = toys.text("a.toy", ToyFormat.HEADER + "\n");

        assertThat(Toys.load(new RecordingTarget(), LoadSettings.ALL, bare).remarks())
                .containsExactly(bare + ": holds no row below the names of its columns; there is nothing to load");
    }

    @Test
    void aNamedFileOfNoKnownFormatIsAFailure() {
        Path readme = toys.text("README.md", "# About");

        LoadReport report = Toys.load(new RecordingTarget(), LoadSettings.ALL, readme, toys.file("b.toy", "skip"));

        assertThat(report.failures())
                .containsExactly(readme + " is in no known format; write its figures under the columns "
                        + "indicator,economy,sector,period,value,unit,published,source");
        assertThat(report.unknown()).isEmpty();
    }

    @Test
    void amongFilesInAFolderItIsPassedOverAndSaid() {
        Path readme = toys.text("in/README.md", "# About");
        Path empty = toys.text("in/empty.csv", "");
        toys.file("in/b.toy", "skip");

        LoadReport report = Toys.load(new RecordingTarget(), LoadSettings.ALL, folder.resolve("in"));

        assertThat(report.unknown())
                .containsExactly(
                        readme + " is in no known format; write its figures under the columns "
                                + "indicator,economy,sector,period,value,unit,published,source",
                        empty + " is empty; there is nothing to load");
        assertThat(report.failures()).isEmpty();
        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void aNamedFileThatIsEmptyIsAFailure() {
        Path empty = toys.text("empty.csv", "");

        assertThat(Toys.load(new RecordingTarget(), LoadSettings.ALL, empty).failures())
                .containsExactly(empty + " is empty; there is nothing to load");
    }

    @Test
    void aFolderWithoutAFileOfAKnownFormatIsAFailure() {
        toys.text("in/README.md", "# About");

        LoadReport report =
                Toys.load(new RecordingTarget(), LoadSettings.ALL, folder.resolve("in"), toys.file("b.toy", "skip"));

        assertThat(report.failures())
                .containsExactly(
                        folder.resolve("in") + " holds no file of a known format; what each of them is stands above");
        assertThat(report.unknown()).hasSize(1);
        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void aFolderWhoseFilesHaveAllBeenLoadedIsNoFailure() {
        toys.file("in/b.toy", "skip");
        RecordingTarget target = Toys.loaded(folder.resolve("in"));

        assertThat(Toys.load(target, Toys.SKIP_LOADED, folder.resolve("in")).failures())
                .isEmpty();
    }

    @Test
    void aMissingPathIsALineAndTheOthersAreLoaded() {
        Path missing = folder.resolve("missing.toy");

        LoadReport report = Toys.load(new RecordingTarget(), LoadSettings.ALL, missing, toys.file("b.toy", "skip"));

        assertThat(report.failures()).containsExactly(missing + " does not exist; check the path");
        assertThat(report.loads()).hasSize(1);
    }

    @Test
    void aNameCannotBreakTheLine() {
        Path evil = toys.text("a\n\u001b[31mred.csv", "nothing");

        assertThat(Toys.load(new RecordingTarget(), LoadSettings.ALL, evil).failures())
                .containsExactly(folder.resolve("a??[31mred.csv")
                        + " is in no known format; write its figures under the columns "
                        + "indicator,economy,sector,period,value,unit,published,source");
    }

    @Test
    void aTargetThatTakesNoMoreEndsTheRunAndNotTheFile() {
        Path file = toys.file("a.toy", "bad", "LAGGED DE 2024-01 1");
        Path swallows = toys.file("b.toy", "swallows", "LAGGED DE 2024-01 1");

        for (Path path : new Path[] {file, swallows}) {
            RecordingTarget target = new RecordingTarget().breaksAfterRejections(0);
            assertThatThrownBy(() -> Toys.load(target, LoadSettings.ALL, path))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the target takes no more rejections");
            assertThat(target.notes).isEmpty();
        }
    }

    @Test
    void theFileThatIsMoreThanFitsIsOneLineAndTheOthersAreLoaded() {
        Path small = toys.file("a.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 1");
        Path large = toys.file("b.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 1", "LAGGED DE 2024-03 1");
        Path last = toys.file("c.toy", "LAGGED FR 2024-01 1", "LAGGED FR 2024-02 1");
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL, 4, small, large, last);

        assertThat(report.failures())
                .containsExactly(
                        "b.toy: more than 4 figures in one run; load fewer files at a time, or give Java more memory");
        assertThat(report.loads()).extracting(Load::file).containsExactly("a.toy", "c.toy");
        assertThat(target.observations()).hasSize(4);
    }

    @Test
    void howManyFiguresFitDependsOnTheMemory() {
        assertThat(FileReader.figuresWithin(2L << 30)).isBetween(1_500_000, 4_000_000);
        assertThat(FileReader.figuresWithin(64L << 20)).isBetween(10_000, 200_000);
        assertThat(FileReader.figuresWithin(Long.MAX_VALUE)).isEqualTo(8_000_000);
    }
}
