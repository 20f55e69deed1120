package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.series.PublicationDate;

/** A source whose files hold all that it still stands by withdraws what a file leaves out. */
class CompleteSourcesTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    private Path first() {
        return toys.file("2024-06.toy", "WHOLE DE 2024-01 1", "WHOLE FR 2024-01 2");
    }

    private Path later() {
        return toys.file("2024-07.toy", "WHOLE DE 2024-01 1", "WHOLE US 2024-01 2");
    }

    @Test
    void aFirstDeliveryByLagIsNeverComplete() {
        assertThat(Toys.loaded(first()).closings()).hasSize(2).noneMatch(c -> c.complete());
    }

    @Test
    void aLaterFileIsCompleteForItsEconomiesAndForThoseThatItNoLongerCovers() {
        assertThat(Toys.closings(Toys.loaded(later(), first())))
                .containsExactly(
                        "DE WHOLE@2024-02-29 1",
                        "FR WHOLE@2024-02-29 1",
                        "DE WHOLE@2024-07-31 1 complete",
                        "FR WHOLE@2024-07-31 0 complete",
                        "US WHOLE@2024-07-31 1 complete");
    }

    @Test
    void theEconomiesThatItUsedToCoverAreKnownFromEarlierRuns() {
        RecordingTarget target = Toys.loaded(first());

        Toys.load(target, LoadSettings.ALL, later());

        assertThat(Toys.closings(target)).contains("FR WHOLE@2024-07-31 0 complete");
    }

    @Test
    void anUndatedFileCoversItsEconomiesFromTheSameDayOnWheneverItIsAskedFor() {
        Path july = toys.file("2024-07.toy", "WHOLE DE 2024-01 1");
        Path undated = toys.file("newest.toy", "WHOLE FR 2024-09 3");
        RecordingTarget target = Toys.loaded(first(), july, undated);
        List<String> once = Toys.closings(target);
        target.events.clear();

        Toys.load(target, LoadSettings.ALL, first(), july, undated);

        assertThat(Toys.closings(target)).isEqualTo(once);
        assertThat(target.notes.get(2).coveredSince())
                .containsExactly(Map.entry("FR", PublicationDate.parse("2024-10-30")));
        assertThat(target.notes.get(1).coveredSince()).isNull();
    }

    @Test
    void economiesThatOnlyLaterFilesCoverAreNotClosedWhenAFileIsLoadedAgain() {
        Path july = toys.file("2024-07.toy", "WHOLE DE 2024-01 1");
        Path august = toys.file("2024-08.toy", "WHOLE DE 2024-01 1", "WHOLE US 2024-01 1");
        RecordingTarget target = Toys.loaded(first(), july, august);
        target.events.clear();

        Toys.load(target, LoadSettings.ALL, july);

        assertThat(Toys.closings(target))
                .containsExactly("DE WHOLE@2024-07-31 1 complete", "FR WHOLE@2024-07-31 0 complete");
    }

    @Test
    void asFiledTheFirstFileIsCompleteToo() {
        assertThat(Toys.closings(Toys.loaded(Toys.AS_FILED, first())))
                .containsExactly("DE WHOLE@2024-06-30 1 complete", "FR WHOLE@2024-06-30 1 complete");
    }

    @Test
    void cutOffAtAPeriodNoFileIsComplete() {
        RecordingTarget target = Toys.loaded(Toys.until("2024-01-31"), first(), later());

        assertThat(target.closings()).hasSize(4).noneMatch(c -> c.complete());
    }

    @Test
    void beyondAsOfNothingIsClosed() {
        assertThat(Toys.closings(Toys.loaded(Toys.asOf("2024-07-30"), first(), later())))
                .containsExactly("DE WHOLE@2024-02-29 1", "FR WHOLE@2024-02-29 1");
        assertThat(Toys.closings(Toys.loaded(Toys.asOf("2024-07-31"), first(), later())))
                .contains("FR WHOLE@2024-07-31 0 complete");
    }

    @Test
    void ofTwoFilesOfOneDateTheLastToBeClosedIsCompleteForBoth() {
        Path one = toys.file("one-2024-07.toy", "WHOLE DE 2024-01 1", "WHOLE FR 2024-01 1");
        Path two = toys.file("two-2024-07.toy", "WHOLE DE 2024-01 2 sector=NACE:J", "WHOLE US 2024-01 2");

        RecordingTarget target = Toys.loaded(first(), one, two);

        assertThat(target.closings().stream().filter(c -> c.complete()).map(c -> c.economy()))
                .containsExactly("DE", "FR", "US");
        assertThat(target.closings().stream().filter(c -> c.complete())).allMatch(c -> !c.moreAtInstant());
    }

    @Test
    void aFileWithDatesOfItsOwnIsNoStatementOfAllThatTheSourceStandsBy() {
        Path quoted = toys.file("2024-07.toy", "WHOLE DE 2024-01 1 stated=2024-02-15", "WHOLE DE 2024-02 1");

        assertThat(Toys.loaded(first(), quoted).closings()).hasSize(4).noneMatch(c -> c.complete());
    }

    @Test
    void aFileWithoutADateIsNeverComplete() {
        Path undated = toys.file("undated.toy", "WHOLE DE 2024-01 1");

        assertThat(Toys.loaded(Toys.AS_FILED, undated).closings())
                .singleElement()
                .matches(c -> !c.complete());
    }

    @Test
    void aSourceThatSendsOnlyChangesWithdrawsNothingByAbsence() {
        Path first = toys.file("2024-06.toy", "BOTH DE 2024-01 1", "BOTH DE 2024-02 1");
        Path later = toys.file("2024-07.toy", "BOTH DE 2024-01 1", "BOTH DE 2024-02 2");

        assertThat(Toys.closings(Toys.loaded(first, later)))
                .containsExactly("DE BOTH@2024-02-29 1", "DE BOTH@2024-03-29 1", "DE BOTH@2024-07-31 1");
    }

    @Test
    void aSourceThatIsNotCompleteClosesOnlyWhatItSends() {
        Path first = toys.file("2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED FR 2024-01 2");
        Path later = toys.file("2024-07.toy", "LAGGED DE 2024-01 3");

        assertThat(Toys.closings(Toys.loaded(first, later)))
                .endsWith("DE LAGGED@2024-07-31 1")
                .hasSize(3);
    }
}
