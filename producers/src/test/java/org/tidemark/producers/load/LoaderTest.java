package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Which figures are sent, when they became public, and in which order. */
class LoaderTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    @Test
    void aFirstDeliveryPlaysAsHistoryAndWhatFollowsComesWithItsFile() {
        Path first = toys.file("2024-06.toy", "LAGGED DE 2024-01 1.0", "LAGGED DE 2024-05 5.0", "LAGGED DE 2024-06 6");
        Path later = toys.file("2024-07.toy", "LAGGED DE 2024-01 1.1");

        assertThat(Toys.figures(Toys.loaded(later, first)))
                .containsExactly(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "DE 2024-05 5.0 from 2024-06-30T23:59:59.999Z LAG LAGGED@2024-06-30",
                        "DE 2024-06 6.0 from 2024-06-30T23:59:59.999Z FILE LAGGED@2024-06-30",
                        "DE 2024-01 1.1 from 2024-07-31T23:59:59.999Z FILE LAGGED@2024-07-31");
    }

    @Test
    void allFilesOfASourcesEarliestDateAreItsFirstDelivery() {
        Path one = toys.file("one-2024-06.toy", "LAGGED DE 2024-01 1");
        Path other = toys.file("other-2024-06.toy", "LAGGED FR 2024-01 2");

        assertThat(Toys.figures(Toys.loaded(one, other)))
                .containsExactly(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29",
                        "FR 2024-01 2.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29");
    }

    @Test
    void eachSourceHasAFirstDeliveryOfItsOwn() {
        Path first = toys.file("2024-06.toy", "LAGGED DE 2024-01 1");
        Path later = toys.file("2024-07.toy", "LAGGED DE 2024-01 1", "WHOLE DE 2024-01 1");

        assertThat(Toys.figures(Toys.loaded(first, later)))
                .contains(
                        "DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG WHOLE@2024-02-29",
                        "DE 2024-01 1.0 from 2024-07-31T23:59:59.999Z FILE LAGGED@2024-07-31");
    }

    @Test
    void theFirstDeliveryIsKnownFromEarlierRuns() {
        RecordingTarget target = Toys.loaded(toys.file("2024-06.toy", "LAGGED DE 2024-01 1"));

        Toys.load(target, LoadSettings.ALL, toys.file("2024-07.toy", "LAGGED DE 2024-01 2"));

        assertThat(Toys.figures(target))
                .last()
                .isEqualTo("DE 2024-01 2.0 from 2024-07-31T23:59:59.999Z FILE LAGGED@2024-07-31");
    }

    @Test
    void anOlderFileThatComesLaterDoesNotChangeWhatTheFirstOneWas() {
        Path march = toys.file("2024-03.toy", "LAGGED DE 2024-01 1");
        RecordingTarget target = Toys.loaded(march);
        List<Event> first = List.copyOf(target.events);
        Toys.load(target, LoadSettings.ALL, toys.file("2024-02.toy", "LAGGED DE 2023-12 1"));
        target.events.clear();

        Toys.load(target, LoadSettings.ALL, march);

        assertThat(target.events).isEqualTo(first);
    }

    /** Each instant once, behind all economies that speak at it, and the last with the word that the run is over. */
    @Test
    void anInstantIsSaidToBeOverWhenAllOfItHasBeenSent() {
        RecordingTarget target = Toys.loaded(toys.file(
                "2024-06.toy",
                "WHOLE DE 2024-01 1 stated=2024-03-10",
                "WHOLE FR 2024-01 2 stated=2024-03-10",
                "WHOLE DE 2024-02 3 stated=2024-04-10"));

        assertThat(target.closed)
                .containsExactly("2024-03-10T23:59:59.999Z after 4", "2024-04-10T23:59:59.999Z after 6, last");
    }

    @Test
    void asFiledEverythingComesWithItsFile() {
        Path file = toys.file("2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2 stated=2024-03-10");

        assertThat(Toys.figures(Toys.loaded(Toys.AS_FILED, file)))
                .containsExactly(
                        "DE 2024-02 2.0 from 2024-03-10T23:59:59.999Z STATED LAGGED@2024-03-10",
                        "DE 2024-01 1.0 from 2024-06-30T23:59:59.999Z FILE LAGGED@2024-06-30");
    }

    @Test
    void ofTheSameFileAgainTheSameIsSent() {
        Path[] files = {
            toys.file("2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2", "WHOLE FR 2024-01 3"),
            toys.file("2024-07.toy", "LAGGED DE 2024-01 1", "WHOLE DE 2024-02 2")
        };
        RecordingTarget target = Toys.loaded(files);
        List<Event> first = List.copyOf(target.events);
        target.events.clear();

        Toys.load(target, LoadSettings.ALL, files);

        assertThat(target.events).isEqualTo(first);
    }

    @Test
    void historyIsSentInTheOrderOfPublicationThenEconomySourceReleaseAndLoad() {
        Path one = toys.file(
                "one.toy",
                "WHOLE DE 2024-01 1",
                "LAGGED FR 2024-01 2",
                "LAGGED DE 2024-01 3 usual=2024-02-29 release=R1",
                "LAGGED DE 2024-02 4 usual=2024-02-29 release=R0",
                "LAGGED FR 2023-12 5");

        RecordingTarget target = Toys.loaded(one);

        assertThat(Toys.closings(target))
                .containsExactly(
                        "FR LAGGED@2024-01-31 1",
                        "DE R0 1 more",
                        "DE R1 1 more",
                        "DE WHOLE@2024-02-29 1",
                        "FR LAGGED@2024-02-29 1");
    }

    @Test
    void eachClosingFollowsItsFiguresWhichAreNumberedFrom0() {
        Path file =
                toys.file("f.toy", "LAGGED DE 2024-01 1", "LAGGED FR 2024-01 2", "LAGGED DE 2024-01 3 indicator=toy.b");

        RecordingTarget target = Toys.loaded(file);

        assertThat(target.events)
                .extracting(e -> e instanceof Observation o ? e.economy() + o.ordinal() : e.economy() + " closed")
                .containsExactly("DE0", "DE1", "DE closed", "FR0", "FR closed");
        assertThat(target.closings()).extracting(ReleaseEnd::sent).containsExactly(2, 1);
    }

    @Test
    void whatIsSentOfAFigureIsWhatItsFileSaid() {
        Path file = toys.file("f.toy", "LAGGED DE 2024-01 1.5 se=0.25", "LAGGED DE 2024-02 -");

        List<Observation> sent = Toys.loaded(file).observations();

        assertThat(sent.get(0).standardError()).isEqualTo(0.25);
        assertThat(sent.get(0).unit()).isEqualTo("percent");
        assertThat(sent.get(0).receivedAt()).isEqualTo(Toys.NOW);
        assertThat(sent.get(1).value()).isNull();
    }

    @Test
    void asOfLeavesOutWhatWasPublishedLater() {
        Path first = toys.file("2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2");
        Path later = toys.file("2024-07.toy", "LAGGED DE 2024-01 3");
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, Toys.asOf("2024-02-29"), first, later);

        assertThat(Toys.figures(target))
                .containsExactly("DE 2024-01 1.0 from 2024-02-29T23:59:59.999Z LAG LAGGED@2024-02-29");
        assertThat(report.leftOut()).isEqualTo(2);
        assertThat(report.loads())
                .extracting(load -> load.skipped().get("LEFT_OUT"))
                .containsExactly(1L, 1L);
    }

    @Test
    void untilLeavesOutLaterPeriods() {
        Path file = toys.file("f.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2", "LAGGED DE 2024-Q1 3");

        assertThat(Toys.figures(Toys.loaded(Toys.until("2024-02-29"), file)))
                .extracting(text -> text.substring(0, 10))
                .containsExactly("DE 2024-01", "DE 2024-02");
    }

    @Test
    void aFigureOfWhichNothingTellsWhenItBecamePublicIsRejected() {
        RecordingTarget target = Toys.loaded(toys.file("f.toy", "skip", "UNHEARD DE 2024-01 1 release=R1"));

        assertThat(target.observations()).isEmpty();
        assertThat(target.rejections).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(r.place()).isEqualTo("f.toy, line 3");
            assertThat(r.detail())
                    .contains("toy.level|DE|TOTAL|UNHEARD|2024-01")
                    .contains("; put a date such as 2025-01-14 into the file's name");
            assertThat(r.source()).isEqualTo("UNHEARD");
            assertThat(r.economy()).isEqualTo("DE");
            assertThat(r.release()).isEqualTo("R1");
        });
    }

    @Test
    void aFigureStatedBefore1970IsRejectedAsNoRecordCanSayThat() {
        RecordingTarget target = Toys.loaded(toys.file("f.toy", "LAGGED DE 1959-01 1 stated=1969-12-31"));

        assertThat(target.events).isEmpty();
        assertThat(target.rejections).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(r.detail()).contains("1969-12-31").contains("write 1970-01-01 and set published_from: 1970");
        });
    }

    @Test
    void whatTheReaderRejectsSaysWhichFile() {
        RecordingTarget target = Toys.loaded(toys.file("f.toy", "skip", "bad"));

        assertThat(target.rejections).extracting(Rejection::place).containsExactly("f.toy, line 3");
    }

    @Test
    void aPublisherWhoReturnsToWhatHeSaidBeforeSaysItAnew() {
        Path first = toys.file("2024-06.toy", "LAGGED DE 2024-01 1");
        Path second = toys.file("2024-07.toy", "LAGGED DE 2024-01 2");
        Path third = toys.file("2024-08.toy", "LAGGED DE 2024-01 1");

        assertThat(Toys.loaded(first, second, third).observations())
                .extracting(Observation::value)
                .containsExactly(1.0, 2.0, 1.0);
    }

    @Test
    void withoutAnyFileNothingIsSent() {
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL);

        assertThat(report).isEqualTo(new LoadReport(List.of(), List.of(), List.of(), 0));
        assertThat(target.events).isEmpty();
    }
}
