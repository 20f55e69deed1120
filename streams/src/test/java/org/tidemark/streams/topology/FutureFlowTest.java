package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What a live system makes of a figure that is published after its clock, whoever has sent it. */
class FutureFlowTest {
    private static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");
    private static final String FUTURE = "2052-01-20";

    private static ReleaseSent history() {
        return ReleaseSent.of("STAT_MK", "2024-01-20").figure("2021", 5.1).figure("2022", 6.2);
    }

    private static ReleaseSent future() {
        return ReleaseSent.of("STAT_MK", FUTURE).figure("2024", 8.9);
    }

    /** As a producer sends it that says when it received it. */
    private static List<Observation> received(ReleaseSent release, Instant at) {
        List<Observation> received = new ArrayList<>();
        for (Observation o : release.observations()) {
            received.add(new Observation(
                    o.figure(),
                    o.value(),
                    o.standardError(),
                    o.unit(),
                    o.basis(),
                    o.status(),
                    o.batch(),
                    o.ordinal(),
                    at,
                    o.note()));
        }
        return received;
    }

    private static List<String> publications(Flow flow) {
        List<String> publications = new ArrayList<>();
        PublicationStore.reading(flow.tables())
                .each((source, times) -> publications.add(source + " " + times.newest()));
        return publications;
    }

    @Test
    @DisplayName(
            "B06-published-in-the-future: a live system refuses it with clock, bound and remedy, and its now stays")
    void aLiveSystemRefusesIt() {
        try (Flow flow = Flow.live(StoreKind.MEMORY, CLOCK)) {
            flow.send(history(), future());

            assertThat(flow.rejections()).singleElement().satisfies(no -> {
                assertThat(no.reason()).isEqualTo(RejectReason.BAD_PUBLISHED);
                assertThat(no.detail())
                        .contains(FUTURE)
                        .contains("the clock says 2026-11-30T09:00:00Z")
                        .contains("at most 24 hours")
                        .contains("published_ahead");
            });
            assertThat(flow.latest().values())
                    .allSatisfy(e -> assertThat(e.asOf()).isEqualTo(history().published()));
            assertThat(publications(flow))
                    .containsExactly("STAT_MK " + history().published());
            assertThat(flow.outcomes()).hasSize(2);
        }
    }

    @Test
    void anEmptyReleaseOfTheFutureWithdrawsNothing() {
        try (Flow flow = Flow.live(StoreKind.MEMORY, CLOCK)) {
            flow.send(history().completely(), ReleaseSent.of("STAT_MK", FUTURE).completely());

            assertThat(flow.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.BAD_PUBLISHED);
            assertThat(flow.latest().values())
                    .allSatisfy(e -> assertThat(e.inputs()).isEqualTo(2));
        }
    }

    @Test
    void aCompleteReleaseThatIsAllRefusedForItsDateWithdrawsNothing() {
        try (Flow flow = Flow.live(StoreKind.MEMORY, CLOCK)) {
            flow.send(history().completely(), future().completely());

            assertThat(flow.latest().values())
                    .allSatisfy(e -> assertThat(e.inputs()).isEqualTo(2));
        }
    }

    @Test
    void whatIsPublishedAtTheEndOfTodayIsTaken() {
        try (Flow flow = Flow.live(StoreKind.MEMORY, CLOCK)) {
            flow.send(ReleaseSent.of("STAT_MK", "2026-11-30").figure("2024", 8.9));

            assertThat(flow.rejections()).isEmpty();
        }
    }

    @Test
    void aReplayRefusesWhatWasReceivedBeforeItWasPublishedAndTakesWhatHistoryItIsGiven() {
        try (Flow flow = new Flow(StoreKind.MEMORY)) {
            flow.send(received(future(), CLOCK)).send(future().closing());
            assertThat(flow.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.BAD_PUBLISHED);

            flow.send(ReleaseSent.of("OTHER", FUTURE).figure("2024", 8.9));
            assertThat(flow.latest().values())
                    .allSatisfy(e -> assertThat(e.asOf()).isEqualTo(PublicationDate.parse(FUTURE)));
        }
    }
}
