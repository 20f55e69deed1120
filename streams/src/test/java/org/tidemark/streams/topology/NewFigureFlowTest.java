package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.store.JudgementStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.Innovation;
import org.tidemark.revise.Outcome;
import org.tidemark.series.QuarantineDecision;

/** A new figure that is far from what its series led to expect is held, until the next one or somebody speaks for it. */
class NewFigureFlowTest {
    private static final String KEY = "DE|TOTAL|penetration|firms.any_use";
    private static final double[] PAST = {14.1, 16.2, 18.4, 20.9, 23.0};

    private final Flow flow = new Flow(StoreKind.MEMORY);

    @AfterEach
    void close() {
        flow.close();
    }

    /** The figure of a year, published in January after it. */
    private static ReleaseSent year(int year, double value) {
        return ReleaseSent.of("INE", (year + 1) + "-01-20").figure(Integer.toString(year), value);
    }

    private void sendPast() {
        for (int i = 0; i < PAST.length; i++) {
            flow.send(year(2020 + i, PAST[i]));
        }
    }

    private Estimate latest() {
        return Objects.requireNonNull(flow.latest().get(KEY));
    }

    /** How each part stands, in order of publication. */
    private List<Status> stand() {
        return flow.entries(JudgementStore.NAME).stream()
                .map(e -> Flow.decoded(Flow.CODECS.judgements(), e.value))
                .map(Assessment::status)
                .toList();
    }

    @Test
    @DisplayName("B05-new-figure-a-hundredth: it is held with forecast, score and bound, and the level stays")
    void aHundredthOfTheForecastIsHeld() {
        sendPast();
        Estimate before = latest();

        flow.send(year(2025, 0.252));

        assertThat(latest()).isEqualTo(before);
        assertThat(flow.judgements()).singleElement().satisfies(held -> {
            assertThat(held.status()).isEqualTo(Status.HELD);
            assertThat(held.reason())
                    .startsWith("new figure TOTAL 2025 is 0.2520, forecast 23.00")
                    .contains("off by 4.77")
                    .contains("bound 2.0");
            assertThat(held.effects()).anySatisfy(e -> {
                assertThat(e.key().toString()).isEqualTo(KEY);
                assertThat(e.with()).isLessThan(2);
                assertThat(e.without()).isGreaterThan(20.0);
            });
            Innovation innovation = held.scores().innovation();
            assertThat(innovation).isNotNull();
            assertThat(innovation.value()).isEqualTo(0.252);
        });
        assertThat(flow.outcomes().get(PAST.length).outcomes())
                .isEqualTo(new TreeMap<>(Map.of(Outcome.QUARANTINED, 1)));
    }

    @Test
    void newFiguresAsExpectedLeaveNoJudgement() {
        sendPast();

        assertThat(flow.judgements()).isEmpty();
    }

    @Test
    void aTrueJumpIsBelievedWithTheNextFigureNearIt() {
        sendPast();
        flow.send(year(2025, 0.252), year(2026, 0.27));

        assertThat(stand()).containsExactly(Status.CONFIRMED, Status.CONFIRMED);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 2);
    }

    @Test
    void aSlipStaysHeldWhenTheNextFigureIsAsExpected() {
        sendPast();
        flow.send(year(2025, 0.252), year(2026, 27.0));

        assertThat(stand()).containsExactly(Status.HELD);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 1);
    }

    @Test
    void aSlipIsHistoryOnceItIsCorrected() {
        sendPast();
        flow.send(year(2025, 0.252));
        flow.send(ReleaseSent.of("INE", "2026-02-20").figure("2025", 25.2));

        assertThat(stand()).containsExactly(Status.SUPERSEDED, Status.ACCEPTED);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 1);
    }

    @Test
    void whatThreeReleasesInARowSayIsBelieved() {
        sendPast();
        flow.send(
                year(2025, 0.252),
                ReleaseSent.of("INE", "2026-02-20").figure("2025", 0.252),
                ReleaseSent.of("INE", "2026-03-20").figure("2025", 0.252));

        assertThat(stand()).containsExactly(Status.SUPERSEDED, Status.SUPERSEDED, Status.CONFIRMED);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 1);
    }

    @Test
    void aReleasedOneIsBelieved() {
        sendPast();
        ReleaseSent slip = year(2025, 0.252);
        flow.send(slip);
        flow.send(new QuarantineDecision(
                "DE",
                ReleaseSent.ANY_USE,
                slip.batch(),
                QuarantineDecision.Action.RELEASE,
                Instant.parse("2026-01-22T00:00:00Z"),
                "asked the publisher"));

        assertThat(stand()).containsExactly(Status.RELEASED);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 1);
    }

    @Test
    void aSlipAmongTheFiguresOfOneReleaseIsHeldWithThem() {
        flow.send(ReleaseSent.of("INE", "2026-01-20")
                .figure("2021", 14.1)
                .figure("2022", 16.2)
                .figure("2023", 0.184)
                .figure("2024", 20.9));

        assertThat(stand()).containsExactly(Status.HELD);
        assertThat(flow.latest()).doesNotContainKey(KEY);
    }

    @Test
    void aWholeHistoryThatIsRestatedWithAJumpIsBelievedOnceALaterFigureFollows() {
        sendPast();
        ReleaseSent jump = ReleaseSent.of("INE", "2026-01-20");
        ReleaseSent after = ReleaseSent.of("INE", "2027-01-20");
        for (int i = 0; i < PAST.length; i++) {
            jump = jump.figure(Integer.toString(2020 + i), PAST[i]);
            after = after.figure(Integer.toString(2020 + i), PAST[i]);
        }
        flow.send(jump.figure("2025", 0.252), after.figure("2025", 0.252).figure("2026", 0.26));

        assertThat(stand()).endsWith(Status.CONFIRMED, Status.CONFIRMED);
        assertThat(latest().inputs()).isEqualTo(PAST.length + 2);
    }
}
