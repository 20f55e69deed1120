package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What is noted and told of a load, and what a later run makes of that. */
class LoadNotesTest {
    @TempDir
    private Path folder = Path.of("");

    private Toys toys = new Toys(folder);

    @BeforeEach
    void useTheFolder() {
        toys = new Toys(folder);
    }

    @Test
    void whatIsReadIsSentSkippedOrRejected() {
        Path file = toys.file(
                "f.toy",
                "skip",
                "bad",
                "bad",
                "LAGGED DE 2024-01 1",
                "UNHEARD DE 2024-01 1",
                "WHOLE DE 2024-01 1",
                "WHOLE DE 2024-09 1");

        LoadReport report = Toys.load(new RecordingTarget(), Toys.asOf("2024-08"), file);

        assertThat(report.loads().stream().mapToLong(Load::read).sum()).isEqualTo(7);
        assertThat(report.sent()).isEqualTo(2);
        Load told = report.loads().get(0);
        assertThat(told.source()).isEqualTo("LAGGED");
        assertThat(told.skipped()).containsEntry("EMPTY", 1L);
        assertThat(told.rejected()).containsEntry(RejectReason.BAD_NUMBER, 2L);
        assertThat(report.loads().get(1).rejected()).containsOnlyKeys(RejectReason.BAD_PUBLISHED);
        assertThat(report.loads().get(2).skipped()).containsOnlyKeys("LEFT_OUT");
    }

    @Test
    void aFileWithoutAnyFigureIsCountedUnderNoSource() {
        LoadReport report = Toys.load(new RecordingTarget(), LoadSettings.ALL, toys.file("f.toy", "skip", "bad"));

        assertThat(report.loads()).singleElement().satisfies(load -> {
            assertThat(load.source()).isEqualTo("NONE");
            assertThat(load.read()).isEqualTo(2);
        });
    }

    @Test
    void aLoadIsNotedOpenBeforeItsFirstFigureAndClosedWhenTheLastIsAcknowledged() {
        RecordingTarget target = Toys.loaded(toys.file("f.toy", "LAGGED DE 2024-01 1"));

        assertThat(target.log)
                .extracting(call -> call instanceof Load load
                        ? (load.closed() ? "closed" : "open")
                        : call instanceof Event ? "event" : call)
                .containsExactly("open", "flush", "event", "event", "flush", "closed", "flush");
    }

    @Test
    void theReportHoldsTheLoadsAsTheyWereClosed() {
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL, toys.file("2024-06.toy", "LAGGED DE 2024-01 1"));

        assertThat(report.loads())
                .isEqualTo(target.notes.stream().filter(Load::closed).toList());
        assertThat(report.loads()).singleElement().satisfies(load -> {
            assertThat(load.economies()).containsExactly("DE");
            assertThat(load.file()).isEqualTo("2024-06.toy");
            assertThat(load.format()).isEqualTo("toy");
            assertThat(load.load()).matches("[0-9a-f]{16}");
        });
    }

    @Test
    void whenSendingFailsNothingIsNotedClosedAndTheNextRunSendsTheSame() {
        Path[] files = {
            toys.file("2024-06.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2"), toys.file("b.toy", "skip")
        };
        RecordingTarget whole = Toys.loaded(files);
        RecordingTarget target = new RecordingTarget().breaksAfterEvents(1);

        assertThatThrownBy(() -> Toys.load(target, LoadSettings.ALL, files)).hasMessageContaining("no more events");
        assertThat(target.notes).hasSize(2).noneMatch(Load::closed);
        target.events.clear();
        Toys.load(target.mended(), Toys.SKIP_LOADED, files);

        assertThat(target.events).isEqualTo(whole.events);
    }

    @Test
    void filesThatHaveBeenLoadedWholeArePassedOverUnread() {
        Path file = toys.file("f.toy", "bad", "LAGGED DE 2024-01 1");
        RecordingTarget target = Toys.loaded(file);
        target.forgetCalls();

        LoadReport report = Toys.load(target, Toys.SKIP_LOADED, file, toys.file("g.toy", "LAGGED FR 2024-01 1"));

        assertThat(report.loads()).extracting(Load::file).containsExactly("g.toy");
        assertThat(target.log).noneMatch(Rejection.class::isInstance);
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void whatWasLoadedOnlyInPartIsNotPassedOver() {
        Path file = toys.file("f.toy", "LAGGED DE 2024-01 1", "LAGGED DE 2024-02 2");
        RecordingTarget target = Toys.loaded(Toys.asOf("2024-02-29"), file);

        LoadReport report = Toys.load(target, Toys.SKIP_LOADED, file);

        assertThat(report.sent()).isEqualTo(2);
    }

    @Test
    void aFileIsWholeOnlyWhenItIsForAllOfItsSources() {
        Path file = toys.file("f.toy", "LAGGED DE 2024-01 1", "WHOLE DE 2024-02 2");
        RecordingTarget target = Toys.loaded(file);
        target.notes.removeIf(load -> load.closed() && load.source().equals("WHOLE"));

        assertThat(Toys.load(target, Toys.SKIP_LOADED, file).sent()).isEqualTo(2);
    }

    @Test
    void aCopyOfAFileIsLoadedOnceAndSaid() {
        Path file = toys.file("a.toy", "bad", "LAGGED DE 2024-01 1");
        Path copy = toys.file("b.toy", "bad", "LAGGED DE 2024-01 1");
        RecordingTarget target = new RecordingTarget();

        LoadReport report = Toys.load(target, LoadSettings.ALL, copy, file);

        assertThat(report.loads()).extracting(Load::file).containsExactly("a.toy");
        assertThat(report.unknown()).containsExactly("%s is a copy of %s; it is loaded once".formatted(copy, file));
        assertThat(target.rejections).hasSize(1);
        assertThat(target.observations()).hasSize(1);
    }
}
