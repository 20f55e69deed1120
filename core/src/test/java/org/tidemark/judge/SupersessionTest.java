package org.tidemark.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.series.BatchId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** What later releases and decisions make of a held one, and how it stood before them. */
class SupersessionTest {
    private static final JudgingRules RULES = new JudgingRules(0.002, 4, 12, 10, 3, 2, 0.0075, 0.05, 0.02, 0.02, 0.01);
    private static final double BOUND = 0.03;

    private final Supersession succession = new Supersession(RULES);

    private static Assessment judged(String day, Status status, int restated, double shift) {
        Scores scores = new Scores(20, restated, 0.5, shift, shift, 1.05, 0.5, 0, 0, 0);
        return new Assessment(
                new PartId("US", "adoption.postings.ai_share", new BatchId("INDEED", "INDEED@" + day, at(day), "load")),
                scores,
                List.of(CheckResult.of(Measure.SHIFT, scores, BOUND)),
                status,
                0,
                status == Status.HELD ? "restated figures move" : "",
                List.of(),
                null);
    }

    private static Instant at(String day) {
        return PublicationDate.parse(day);
    }

    private static Assessment ofNewFigure(String day, Status status, List<Instant> answers) {
        Innovation innovation = new Innovation("TOTAL", Period.parse("2024"), 0.252, 25.9, 4.9, 2.0);
        boolean held = status == Status.HELD || status == Status.CONFIRMED;
        Scores scores = new Scores(1, 0, 0, 0, 0, null, 0, 0, 0, 0, held ? innovation : null, answers);
        return new Assessment(
                new PartId("PT", "adoption.firms.any_use", new BatchId("INE", "INE@" + day, at(day), "load")),
                scores,
                held ? List.of(CheckResult.of(Measure.INNOVATION, scores, 2.0)) : List.of(),
                status,
                0,
                held ? innovation.sentence() : "",
                List.of(),
                null);
    }

    @Test
    void aHeldNewFigureIsHistoryOnceItIsStatedAnewAndBelieved() {
        Assessment held = ofNewFigure("2025-01-20", Status.HELD, List.of());

        assertThat(asOf(List.of(held, ofNewFigure("2026-01-20", Status.ACCEPTED, List.of())), "2026-02-01"))
                .containsExactly(Status.HELD, Status.ACCEPTED);
        assertThat(asOf(
                        List.of(held, ofNewFigure("2026-01-20", Status.ACCEPTED, List.of(at("2025-01-20")))),
                        "2026-02-01"))
                .containsExactly(Status.SUPERSEDED, Status.ACCEPTED);
    }

    @Test
    void whatALaterFigureConfirmedStoodAsHeldUntilThen() {
        Assessment confirmed = ofNewFigure("2025-01-20", Status.HELD, List.of()).confirmed(at("2026-01-20"));

        assertThat(asOf(List.of(confirmed), "2025-06-01")).containsExactly(Status.HELD);
        assertThat(asOf(List.of(confirmed), "2026-02-01")).containsExactly(Status.CONFIRMED);
    }

    private List<Status> asOf(List<Assessment> all, String day) {
        return succession.asOf(all, at(day)).stream().map(Assessment::status).toList();
    }

    @Test
    void whatIsHeldIsHistoryOnceALaterReleaseIsBelieved() {
        List<Assessment> all = List.of(
                judged("2025-01-14", Status.HELD, 20, 0.04),
                judged("2025-02-05", Status.ACCEPTED, 20, 0.01),
                judged("2025-03-05", Status.HELD, 20, 0.05));

        List<Assessment> settled = succession.settled(all);

        assertThat(settled)
                .extracting(Assessment::status)
                .containsExactly(Status.SUPERSEDED, Status.ACCEPTED, Status.HELD);
        assertThat(settled.get(0).reason()).isEqualTo("restated figures move");
        assertThat(succession.settled(settled)).isEqualTo(settled);
    }

    @Test
    void aReleaseThatRestatesTooLittleSupersedesNothing() {
        List<Assessment> all =
                List.of(judged("2025-01-14", Status.HELD, 20, 0.04), judged("2025-02-05", Status.ACCEPTED, 9, 0.01));

        assertThat(succession.settled(all))
                .extracting(Assessment::status)
                .containsExactly(Status.HELD, Status.ACCEPTED);
    }

    @Test
    void whatIsSupersededNowWasHeldUntilThen() {
        List<Assessment> all = succession.settled(
                List.of(judged("2025-01-14", Status.HELD, 20, 0.04), judged("2025-02-05", Status.ACCEPTED, 20, 0.01)));

        assertThat(asOf(all, "2025-01-13")).isEmpty();
        assertThat(asOf(all, "2025-01-14")).containsExactly(Status.HELD);
        assertThat(asOf(all, "2025-02-04")).containsExactly(Status.HELD);
        assertThat(asOf(all, "2025-02-05")).containsExactly(Status.SUPERSEDED, Status.ACCEPTED);
    }

    @Test
    void aDecisionCountsFromItsOwnInstantOn() {
        Assessment held = judged("2025-01-14", Status.HELD, 20, 0.04);
        List<Assessment> all = List.of(held.decided(Status.RELEASED, "by decision: asked", at("2025-01-20"), "Ada"));

        assertThat(succession.asOf(all, at("2025-01-19"))).singleElement().satisfies(j -> {
            assertThat(j.status()).isEqualTo(Status.HELD);
            assertThat(j.decidedAt()).isNull();
            assertThat(j.reason()).contains("0.0400").contains("bound 0.0300");
        });
        assertThat(succession.asOf(all, at("2025-01-20"))).isEqualTo(all);
    }

    @Test
    void whatWasDecidedLaterWasSupersededIfAReleaseWasBelievedBefore() {
        List<Assessment> all = List.of(
                judged("2025-01-14", Status.HELD, 20, 0.04)
                        .decided(Status.DISCARDED, "by decision", at("2025-03-01"), "Ada"),
                judged("2025-02-05", Status.ACCEPTED, 20, 0.01));

        assertThat(asOf(all, "2025-01-31")).containsExactly(Status.HELD);
        assertThat(asOf(all, "2025-02-28")).containsExactly(Status.SUPERSEDED, Status.ACCEPTED);
        assertThat(asOf(all, "2025-03-01")).containsExactly(Status.DISCARDED, Status.ACCEPTED);
    }

    @Test
    void whatWasInRangeWasAcceptedBeforeSomebodyDiscardedIt() {
        List<Assessment> all = List.of(judged("2025-01-14", Status.ACCEPTED, 20, 0.01)
                .decided(Status.DISCARDED, "by decision", at("2025-02-01"), "Ada"));

        assertThat(succession.asOf(all, at("2025-01-31"))).singleElement().satisfies(j -> {
            assertThat(j.status()).isEqualTo(Status.ACCEPTED);
            assertThat(j.reason()).isEmpty();
        });
    }
}
