package org.tidemark.producers.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.validate.RejectReason;

/** A load into a live system leaves out what is published after its clock, and says so. */
class FutureFiguresTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-15T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private RecordingTarget loaded(boolean live, String name, String... lines) throws IOException {
        RecordingTarget target = new RecordingTarget();
        Loader loader = loader(target);
        Path file = new Toys(folder).file(name, lines);
        LoadReport unused = (live ? loader.live() : loader).run(Inputs.of(List.of(file)), LoadSettings.ALL);
        return target;
    }

    private static Loader loader(RecordingTarget target) {
        return new Loader(ToyCatalogue.CATALOGUE, List.of(new ToyFormat()), target, CLOCK, LoadProgress.SILENT);
    }

    private RecordingTarget played(String name, String... lines) throws IOException {
        RecordingTarget target = new RecordingTarget();
        Path file = new Toys(folder).file(name, lines);
        LoadReport unused = loader(target).notAfter(CLOCK.instant()).run(Inputs.of(List.of(file)), LoadSettings.ALL);
        return target;
    }

    @Test
    @DisplayName("B06-published-in-the-future: what is dated after the clock is not sent to a live system")
    void whatIsDatedAfterTheClockIsRefused() throws IOException {
        RecordingTarget target = loaded(true, "f.toy", "WHOLE DE 2024-06 1.0 stated=2052-01-20");

        assertThat(Toys.figures(target)).isEmpty();
        assertThat(target.rejections).singleElement().satisfies(no -> {
            assertThat(no.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
            assertThat(no.detail())
                    .contains("published 2052-01-20T23:59:59.999Z, but the clock says 2024-06-15T12:00:00Z")
                    .contains("at most 24 hours after the clock")
                    .contains("published_ahead");
        });
    }

    @Test
    void whatItsUsualLagDatesAfterTheClockIsToldHowToBeDated() throws IOException {
        RecordingTarget target = loaded(true, "f.toy", "WHOLE DE 2024-06 1.0");

        assertThat(target.rejections).singleElement().satisfies(no -> assertThat(no.detail())
                .contains("its usual lag dates it 2024-07-30T23:59:59.999Z, but the clock says 2024-06-15T12:00:00Z")
                .contains("put the date of the file into its name"));
    }

    @Test
    void whatIsDatedTheSameDayIsSent() throws IOException {
        assertThat(Toys.figures(loaded(true, "2024-06-15.toy", "WHOLE DE 2024-05-01 1.0")))
                .isNotEmpty();
    }

    @Test
    @DisplayName("B06-published-in-the-future: a replay refuses what a file claims for later, without naming the clock")
    void aReplayRefusesWhatAFileClaimsForLater() throws IOException {
        for (RecordingTarget target : List.of(
                played("stated.toy", "WHOLE DE 2024-06 1.0 stated=2062-01-20"),
                played("2062-01-20.toy", "LAGGED DE 2062-01 1.0"))) {
            assertThat(Toys.figures(target)).isEmpty();
            assertThat(target.rejections).singleElement().satisfies(no -> {
                assertThat(no.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
                assertThat(no.detail())
                        .endsWith("published 2062-01-20T23:59:59.999Z, but that is still to come; correct the date, or"
                                + " set published_ahead under 'bounds:' in a file and pass --catalogue");
            });
        }
    }

    @Test
    void aReplayTakesWhatIsWithinTheToleranceAndWhatOnlyALagDates() throws IOException {
        assertThat(Toys.figures(played("near.toy", "WHOLE DE 2024-05 1.0 stated=2024-06-15")))
                .isNotEmpty();
        assertThat(Toys.figures(played("lagged.toy", "WHOLE DE 2024-06 1.0"))).isNotEmpty();
    }

    @Test
    void historyThatIsPlayedMayLieAnywhere() throws IOException {
        assertThat(Toys.figures(loaded(false, "2052-01.toy", "WHOLE DE 2051-06 1.0")))
                .isNotEmpty();
    }
}
