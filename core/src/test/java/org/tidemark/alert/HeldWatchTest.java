package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.judge.Assessment;
import org.tidemark.judge.Assessment.Status;
import org.tidemark.judge.PartId;
import org.tidemark.judge.Scores;
import org.tidemark.series.BatchId;

/** A release in quarantine is an alert while it waits. */
class HeldWatchTest {
    private static final AlertRule RULE = Cell.rule("condition: held; raise: 0.8; clear: 0.6");

    private final HeldWatch watch = new HeldWatch(RULE, "v1");
    private AlertState standing = AlertState.quiet(watch.key(judged("2025-01-14", Status.HELD)));

    private static Assessment judged(String day, Status status) {
        BatchId batch = new BatchId("INDEED", "INDEED@" + day, Cell.instant(day), "load");
        return new Assessment(
                new PartId("US", "adoption.postings.ai_share", batch),
                new Scores(20, 12, 0.75, 0.05, -0.04, 0.96, -0.5, 0.25, 0.125, 0.0625),
                List.of(),
                status,
                0,
                "restated figures move by 0.05",
                List.of(),
                null);
    }

    private List<AlertEvent> read(String day, Status status, String asOf) {
        AlertTransition step = watch.read(standing, judged(day, status), Cell.instant(asOf));
        standing = step.standing();
        return step.said().stream().toList();
    }

    @Test
    void whatIsHeldRaisesItAtOnceWithTheReason() {
        assertThat(read("2025-01-14", Status.HELD, "2025-01-14"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(Kind.RAISED);
                    assertThat(e.key().subject()).isEqualTo("INDEED/adoption.postings.ai_share");
                    assertThat(e.message())
                            .isEqualTo("It is so, US INDEED/adoption.postings.ai_share: restated figures move by 0.05");
                    assertThat(e.witnesses())
                            .extracting(SupportingRelease::releases)
                            .containsExactly("INDEED@2025-01-14");
                });
    }

    @Test
    void aSecondThatWaitsIsTheSameAlertAndItEndsWithTheLast() {
        read("2025-01-14", Status.HELD, "2025-01-14");

        assertThat(read("2025-02-14", Status.HELD, "2025-02-14")).isEmpty();
        assertThat(read("2025-01-14", Status.RELEASED, "2025-02-20")).isEmpty();
        assertThat(read("2025-02-14", Status.DISCARDED, "2025-02-21"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(Kind.CLEARED);
                    assertThat(e.asOf()).isEqualTo(Cell.instant("2025-02-21"));
                    assertThat(e.message()).contains("cleared; discarded: restated figures move");
                });
    }

    @Test
    void whatIsInRangeAfterAllIsRetracted() {
        read("2025-01-14", Status.HELD, "2025-01-14");

        assertThat(read("2025-01-14", Status.ACCEPTED, "2025-01-14"))
                .extracting(AlertEvent::kind)
                .containsExactly(Kind.RETRACTED);
    }

    @Test
    void whatWasNeverHeldSaysNothing() {
        assertThat(read("2025-01-14", Status.ACCEPTED, "2025-01-14")).isEmpty();
        assertThat(standing.ever()).isFalse();
    }
}
