package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source used to deliver and its newest file has none of is told, within a run and across runs. */
class LostSeriesTest {
    private static final String REMEDY =
            "; if its publisher writes another code now, correct the catalogue and pass --catalogue, else it is the shorter file";

    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    private Path june() {
        return toys.file(
                "2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-01 2 indicator=toy.b", "LAGGED FR 2024-01 3");
    }

    private static List<String> remarks(RecordingTarget target, Path... files) {
        return Toys.load(target, LoadSettings.ALL, files).remarks();
    }

    @Test
    @DisplayName(
            "A24-nothing-covered-exit-0: an indicator that the source delivered in an earlier run and has no more is told")
    void anIndicatorOfAnEarlierRun() {
        RecordingTarget target = Toys.loaded(june());

        assertThat(remarks(target, toys.file("2024-07.toy", "LAGGED DE 2024-01 1", "LAGGED FR 2024-01 3")))
                .containsExactly("2024-07.toy, LAGGED: no figure of toy.b, which 2024-06.toy had" + REMEDY);
    }

    @Test
    void anEconomyThatIsGoneIsToldWithinARunToo() {
        Path july = toys.file("2024-07.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-01 2 indicator=toy.b");

        assertThat(remarks(new RecordingTarget(), july, june()))
                .containsExactly("2024-07.toy, LAGGED: no figure of economy FR, which 2024-06.toy had" + REMEDY);
    }

    @Test
    void whoDeliversAllOfItAgainOrMoreIsNotAsked() {
        RecordingTarget target = Toys.loaded(june());
        Path more = toys.file(
                "2024-07.toy",
                "LAGGED DE 2024-01 1",
                "LAGGED DE 2024-01 2 indicator=toy.b",
                "LAGGED FR 2024-01 3",
                "LAGGED US 2024-01 3");

        assertThat(remarks(target, more)).isEmpty();
        assertThat(remarks(target, june(), more)).isEmpty();
    }

    @Test
    void filesOfOneDateAreOneDelivery() {
        RecordingTarget target = Toys.loaded(june());

        assertThat(remarks(
                        target,
                        toys.file("a 2024-07.toy", "LAGGED DE 2024-01 1", "LAGGED FR 2024-01 3"),
                        toys.file("b 2024-07.toy", "LAGGED DE 2024-01 2 indicator=toy.b")))
                .isEmpty();
    }

    @Test
    void aFileOfOtherThingsIsNoShorterOne() {
        RecordingTarget target = Toys.loaded(june());

        assertThat(remarks(target, toys.file("2024-07.toy", "LAGGED US 2024-01 1 indicator=slow.level")))
                .isEmpty();
    }

    @Test
    void ofMoreThanFiveSomeAreNamed() {
        RecordingTarget target = Toys.loaded(toys.file(
                "2024-06.toy",
                "LAGGED DE 2024-01 1",
                "LAGGED FR 2024-01 1",
                "LAGGED US 2024-01 1",
                "LAGGED DK 2024-01 1",
                "LAGGED AT 2024-01 1",
                "LAGGED BE 2024-01 1",
                "LAGGED IT 2024-01 1"));

        assertThat(remarks(target, toys.file("2024-07.toy", "LAGGED DE 2024-01 1")))
                .containsExactly(
                        "2024-07.toy, LAGGED: no figure of economy AT, economy BE, economy DK, economy FR, economy IT and 1 more, which 2024-06.toy had"
                                + REMEDY);
    }
}
