package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;

/** Files of one source that do not all say when they were published. */
class UndatedFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(Path.of(""));

    @BeforeEach
    void setUp() {
        toys = new Toys(folder);
    }

    @Test
    void theFirstDeliveryIsThatOfASeriesAndNotOfItsSource() {
        RecordingTarget target = Toys.loaded(
                toys.file("2024-06.toy", "LAGGED DE 2024-01 1"),
                toys.file("2024-10.toy", "LAGGED DE 2024-01 5 sector=NACE:J", "LAGGED DE 2024-02 6"));

        assertThat(Toys.figures(target))
                .containsExactly(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-01 5.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-02 6.0 from 2024-10-31T23:59:59.999Z FILE LAGGED@2024-10-31");
    }

    @Test
    void whatALoadHasDeliveredIsKnownInTheNextRun() {
        RecordingTarget target = Toys.loaded(toys.file("2024-06.toy", "LAGGED DE 2024-01 1"));
        target.forgetCalls();

        Toys.live(target, toys.file("2024-10.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-01 5 sector=NACE:J"));

        assertThat(target.asked).isEmpty();
        assertThat(bases(target)).containsExactly(PublishedBasis.LAG, PublishedBasis.LAG, PublishedBasis.FILE);
    }

    @Test
    void ofALoadThatAnOlderProgramNotedTheLogTellsTheSeries() {
        RecordingTarget target = Toys.loaded(toys.file("2024-06.toy", "LAGGED DE 2024-01 1"));
        List<Load> noted = List.copyOf(target.notes);
        target.notes.clear();
        noted.forEach(load -> target.notes.add(asAnOlderProgramNotedIt(load)));

        Toys.live(target, toys.file("2024-10.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-01 5 sector=NACE:J"));

        assertThat(target.asked).hasSize(1);
        assertThat(bases(target)).containsExactly(PublishedBasis.LAG, PublishedBasis.LAG, PublishedBasis.FILE);
    }

    private static Load asAnOlderProgramNotedIt(Load load) {
        return new Load(
                load.source(),
                load.load(),
                load.file(),
                load.format(),
                load.filed(),
                load.closed(),
                load.sent(),
                new TreeMap<>(load.skipped()),
                new TreeMap<>(load.rejected()),
                new TreeSet<>(load.economies()));
    }

    @Test
    void aDatedFileAfterAnUndatedOneIsALaterVintage() {
        RecordingTarget target = Toys.loaded(toys.file("a.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 1"));
        Toys.live(target, toys.file("b 2024-05.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-02 2"));

        assertThat(Toys.figures(target))
                .endsWith(
                        "DE 2024-01 2.0 from 2024-05-31T23:59:59.999Z FILE LAGGED@2024-05-31",
                        "DE 2024-02 2.0 from 2024-05-31T23:59:59.999Z FILE LAGGED@2024-05-31");
    }

    @Test
    void anUndatedFileAfterADatedOneIsALaterVintageToo() {
        RecordingTarget target = Toys.loaded(
                toys.file("b.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-04 2"),
                toys.file("a 2024-03.toy", "LAGGED DE 2024-01 1"));

        assertThat(Toys.figures(target))
                .containsExactly(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-01 2.0 from 2024-05-30T23:59:59.999Z NEWEST LAGGED@2024-05-30",
                        "DE 2024-04 2.0 from 2024-05-30T23:59:59.999Z LAG LAGGED@2024-05-30");
    }

    @Test
    void anOlderDatedFileThatComesSecondContradictsNothing() {
        RecordingTarget target = Toys.loaded(toys.file("2024-06.toy", "LAGGED DE 2024-01 2"));
        Toys.live(target, toys.file("2024-04.toy", "LAGGED DE 2024-01 1"));

        assertThat(Toys.figures(target))
                .containsExactly(
                        "DE 2024-01 2.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.998Z ORDER LAGGED@2024-02-29T23:59:59.998Z");
    }

    @Test
    void whatOneTypedWithItsDateIsNoConflictWithTheFile() {
        RecordingTarget target = Toys.loaded(
                toys.file("typed.toy", "LAGGED DE 2024-01 1 stated=2024-02-29"),
                toys.file("file.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-03 2"));

        assertThat(Toys.figures(target))
                .contains(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z STATED LAGGED@2024-02-29",
                        "DE 2024-01 2.0 from 2024-04-30T23:59:59.999Z NEWEST LAGGED@2024-04-30");
    }

    @Test
    void anUndatedFileThatOnlyAddsIsDatedAsEver() {
        RecordingTarget target = Toys.loaded(
                toys.file("a.toy", "LAGGED DE 2024-01 1"),
                toys.file("b.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2", "LAGGED DE 2024-03 2"));

        assertThat(bases(target)).containsOnly(PublishedBasis.LAG);
    }

    @Test
    void threeDeliveriesAreThreeVintages() {
        RecordingTarget target = new RecordingTarget();
        for (int value = 1; value <= 3; value++) {
            Toys.live(target, toys.file(value + ".toy", "LAGGED DE 2024-01 " + value));
        }

        assertThat(Toys.figures(target))
                .containsExactly(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-01 2.0 from 2026-01-01T00:00:00Z RECEIVED LAGGED@2026-01-01T00:00:00Z",
                        "DE 2024-01 3.0 from 2026-01-01T00:00:00.001Z ORDER LAGGED@2026-01-01T00:00:00.001Z");
    }

    @Test
    void aMistypedYearDatesNothingElse() {
        RecordingTarget target = Toys.loaded(
                toys.file("a.toy", "LAGGED DE 2024-01 1"),
                toys.file("b.toy", "LAGGED DE 2024-01 2", "LAGGED DE 2024-03 2", "LAGGED DE 2204-02 2"));

        assertThat(Toys.figures(target))
                .contains("DE 2024-01 2.0 from 2024-04-30T23:59:59.999Z NEWEST LAGGED@2024-04-30");
    }

    @Test
    void withoutAnyLagAFileIsAsOldAsItsReceipt() {
        RecordingTarget target = new RecordingTarget();
        Toys.live(target, toys.file("a.toy", "UNHEARD DE 2024-01 1"));

        assertThat(Toys.figures(target))
                .containsExactly("DE 2024-01 1.0 from 2026-01-01T00:00:00Z RECEIVED UNHEARD@2026-01-01T00:00:00Z");
    }

    private static List<PublishedBasis> bases(RecordingTarget target) {
        return target.observations().stream().map(Observation::basis).toList();
    }
}
