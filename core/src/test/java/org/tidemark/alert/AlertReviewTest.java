package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;

/** What a rule says when something else than a figure has changed. */
class AlertReviewTest {
    private static final String CHANGED = "2025-06-01";

    private static List<AlertEvent> said(AlertRule rule, Estimate... said) {
        return said(rule, Set.of(), said);
    }

    private static List<AlertEvent> said(AlertRule rule, Set<Instant> anew, Estimate... said) {
        return new AlertReview(rule, "v1", Cell.instant(CHANGED), AlertEvent.Reason.MODEL)
                .read(List.of(), List.of(said), anew).stream()
                        .map(AlertTransition::said)
                        .flatMap(Optional::stream)
                        .toList();
    }

    @Test
    void whatIsDerivedAnewOfTheSameFiguresIsNoSecondRelease() {
        assertThat(said(
                        Cell.above10(2),
                        Cell.level("2025-01-01", "2023", 7),
                        Cell.level("2025-02-01", "2024", 14),
                        Cell.level(CHANGED, "2024", 14.5)))
                .isEmpty();
    }

    @Test
    void norIsWhatWasDerivedAnewBefore() {
        Estimate[] thereAndBack = {
            Cell.level("2025-01-01", "2023", 7),
            Cell.level("2025-02-01", "2024", 14),
            Cell.level("2025-04-01", "2024", 14.6),
            Cell.level("2025-05-01", "2024", 14.2),
            Cell.level(CHANGED, "2024", 14)
        };

        assertThat(said(Cell.above10(2), Set.of(Cell.instant("2025-04-01"), Cell.instant("2025-05-01")), thereAndBack))
                .isEmpty();
        assertThat(said(Cell.above10(2), thereAndBack))
                .as("releases at the same instants would speak")
                .hasSize(1);
    }

    @Test
    void releasesBeforeItStillSpeak() {
        assertThat(said(
                        Cell.above10(2),
                        Cell.level("2025-01-01", "2023", 12),
                        Cell.level("2025-02-01", "2024", 8),
                        Cell.level(CHANGED, "2024", 14)))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(AlertEvent.Kind.RAISED);
                    assertThat(e.asOf()).isEqualTo(Cell.instant(CHANGED));
                    assertThat(e.witnesses()).hasSize(2);
                });
    }

    @Test
    void anotherRuleIsReadOverAllReleases() {
        assertThat(said(Cell.above10(2), Cell.level("2025-01-01", "2023", 12), Cell.level("2025-02-01", "2024", 14)))
                .singleElement()
                .extracting(AlertEvent::kind)
                .isEqualTo(AlertEvent.Kind.RAISED);
    }

    @Test
    void ofACellOfWhichNothingWasSaidOneIsEnough() {
        assertThat(said(Cell.above10(2), Cell.level(CHANGED, "2024", 14)))
                .singleElement()
                .extracting(AlertEvent::kind)
                .isEqualTo(AlertEvent.Kind.RAISED);
    }
}
