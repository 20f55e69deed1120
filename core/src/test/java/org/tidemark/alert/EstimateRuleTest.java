package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;
import org.tidemark.news.News;

/** An alert comes once, says why, and is taken back when its ground is gone. */
class EstimateRuleTest {
    private List<AlertState> standings = new ArrayList<>();
    private final List<AlertEvent> said = new ArrayList<>();

    private void read(AlertRule rule, Estimate now) {
        read(rule, now, null, null);
    }

    private void read(AlertRule rule, Estimate now, @Nullable Estimate yearBefore, @Nullable News news) {
        List<AlertTransition> steps = new EstimateRule(rule, "v1")
                .read(standings, new EstimateRule.Update(now, yearBefore, news, "EUROSTAT r"));
        standings = steps.stream().map(AlertTransition::standing).toList();
        steps.forEach(step -> step.said().ifPresent(said::add));
    }

    private List<Kind> kinds() {
        return said.stream().map(AlertEvent::kind).toList();
    }

    @Test
    void oneReleaseIsNotEnoughWhereTwoMustAgree() {
        read(Cell.above10(2), Cell.level("2025-01-01", "2024", 12));

        assertThat(said).isEmpty();
        assertThat(standings).singleElement().satisfies(s -> assertThat(s.active())
                .isFalse());
    }

    @Test
    void theSecondInARowRaisesItAndTheThirdSaysNothing() {
        AlertRule rule = Cell.above10(2);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-02-01", "2025-01", 12));
        read(rule, Cell.level("2025-03-01", "2025-02", 13));

        AlertEvent raised = said.get(0);
        assertThat(kinds()).containsExactly(Kind.RAISED);
        assertThat(raised.asOf()).isEqualTo(Cell.instant("2025-02-01"));
        assertThat(raised.probability()).isCloseTo(0.977, within(0.01));
        assertThat(raised.witnesses())
                .extracting(SupportingRelease::published)
                .containsExactly(Cell.instant("2025-01-01"), Cell.instant("2025-02-01"));
        assertThat(raised.message())
                .startsWith("It is so, DE firms.any_use: 12.0 % (10.7 to 13.3) in 2025-01; probability 0.9")
                .contains("raised at 0.80 by 2 releases in a row");
    }

    @Test
    void aReleaseBetweenThatDoesNotAgreeBeginsTheCountAnew() {
        AlertRule rule = Cell.above10(2);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-02-01", "2025-01", 10.7));
        read(rule, Cell.level("2025-03-01", "2025-02", 12));

        assertThat(said).isEmpty();
    }

    @Test
    void twoUpdatesOfOneInstantAreOneRelease() {
        AlertRule rule = Cell.above10(2);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-01-01", "2024", 12.5));

        assertThat(said).isEmpty();
    }

    @Test
    void betweenClearAndRaiseAnActiveOneStays() {
        AlertRule rule = Cell.above10(1);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-02-01", "2025-01", 10.5));

        assertThat(kinds()).containsExactly(Kind.RAISED);
        assertThat(standings).singleElement().satisfies(s -> {
            assertThat(s.active()).isTrue();
            assertThat(s.probability()).isBetween(0.6, 0.8);
        });
    }

    @Test
    void laterFiguresClearIt() {
        AlertRule rule = Cell.above10(1);
        Estimate before = Cell.level("2025-01-01", "2024", 12);
        Estimate after = Cell.level("2025-02-01", "2025-01", 9);
        read(rule, before);
        read(rule, after, null, Cell.news(before, after, -1));

        assertThat(kinds()).containsExactly(Kind.RAISED, Kind.CLEARED);
        assertThat(said.get(1).message()).contains("cleared; 9.0 %").contains("moved by -2.00 1 figure of");
        assertThat(said.get(1).witnesses()).isEqualTo(said.get(0).witnesses());
    }

    @Test
    void aRevisionThatTakesItsGroundAwayRetractsIt() {
        AlertRule rule = Cell.above10(1);
        Estimate before = Cell.level("2025-01-01", "2024", 12);
        Estimate after = Cell.level("2025-02-01", "2025-01", 9);
        read(rule, before);
        read(rule, after, null, Cell.news(before, after, -2));

        assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RETRACTED);
        assertThat(said.get(1).message()).contains("what it rested on was revised");
    }

    @Test
    void anotherNumberForThePeriodItWasRaisedOnRetractsIt() {
        AlertRule rule = Cell.above10(1);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-02-01", "2024", 9));

        assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RETRACTED);
    }

    @Test
    void withdrawnFiguresRetractIt() {
        AlertRule rule = Cell.above10(1);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Estimate.withdrawn(Cell.KEY, Cell.instant("2025-02-01"), "model", "percent"));

        assertThat(kinds()).containsExactly(Kind.RAISED, Kind.RETRACTED);
        assertThat(said.get(1).value()).isNull();
        assertThat(said.get(1).message()).contains("nothing is left to read it from");
    }

    @Test
    void afterItsEndItCanBeRaisedAgain() {
        AlertRule rule = Cell.above10(1);
        read(rule, Cell.level("2025-01-01", "2024", 12));
        read(rule, Cell.level("2025-02-01", "2025-01", 8));
        read(rule, Cell.level("2025-03-01", "2025-02", 12));

        assertThat(kinds()).containsExactly(Kind.RAISED, Kind.CLEARED, Kind.RAISED);
    }

    @Test
    void aSignIsReadAsItIsPublished() {
        AlertRule rule = Cell.rule("measure: penetration; condition: negative; raise: 0.9; clear: 0.7; releases: 1");
        read(rule, Cell.estimate("2025-01-01", "2024", "percentage_points", -1, 5, 0.91, null));

        assertThat(said).singleElement().satisfies(e -> {
            assertThat(e.probability()).isEqualTo(0.91);
            assertThat(e.value()).isEqualTo(-1);
        });
    }

    @Test
    void aStageIsReadAsItIsPublishedAndNotWhereItIsTooEarly() {
        AlertRule rule =
                Cell.rule("measure: penetration; condition: stage; stage: growth; raise: 0.8; clear: 0.6; releases: 1");
        read(rule, Cell.level("2025-01-01", "2024", 40));
        read(rule, Cell.estimate("2025-02-01", "2024", "percent", 40, 1, null, Cell.moving(0.5, 0.1, 0.85)));

        assertThat(said).singleElement().satisfies(e -> assertThat(e.probability())
                .isEqualTo(0.85));
    }

    @Test
    void aChangeOfSpeedIsHeldAgainstWhatWasSaidAYearBefore() {
        AlertRule up = Cell.rule(
                "measure: penetration; condition: speed_up; threshold: 0.1; raise: 0.8; clear: 0.6; releases: 1");
        Estimate before = Cell.estimate("2024-01-01", "2023", "percent", 10, 1, null, Cell.moving(0.2, 0.03, 0));
        Estimate after = Cell.estimate("2025-01-01", "2024", "percent", 12, 1, null, Cell.moving(0.35, 0.04, 0));
        read(up, after, before, null);

        // 0.05 beyond the threshold, with a standard deviation of 0.05.
        assertThat(said).singleElement().satisfies(e -> {
            assertThat(e.probability()).isCloseTo(0.8413, within(1e-3));
            assertThat(e.value()).isCloseTo(0.15, within(1e-12));
        });
    }

    @Test
    void withoutAYearBehindItNothingIsSaidOfSpeed() {
        AlertRule down = Cell.rule(
                "measure: penetration; condition: speed_down; threshold: 0.1; raise: 0.8; clear: 0.6; releases: 1");
        read(down, Cell.estimate("2025-01-01", "2024", "percent", 12, 1, null, Cell.moving(-3, 0.01, 0)), null, null);

        assertThat(standings).isEmpty();
        assertThat(said).isEmpty();
    }

    /** Raised and over take turns, beginning with raised, however the level moves and however many must agree. */
    @Property
    void noAlertIsRaisedTwiceWithoutAnEndBetween(
            @ForAll @Size(max = 40) List<@DoubleRange(min = 5, max = 15) Double> levels,
            @ForAll @IntRange(min = 1, max = 4) int releases) {
        AlertRule rule = Cell.above10(releases);
        standings = List.of();
        said.clear();
        for (int i = 0; i < levels.size(); i++) {
            read(rule, Cell.level("%d-01-01".formatted(2000 + i), Integer.toString(1999 + i), levels.get(i)));
        }

        assertThat(IntStream.range(0, said.size()).boxed())
                .allSatisfy(i -> assertThat(said.get(i).kind() == Kind.RAISED).isEqualTo(i % 2 == 0));
        assertThat(standings.stream().anyMatch(AlertState::active)).isEqualTo(said.size() % 2 == 1);
        assertThat(said.stream().filter(e -> e.kind() == Kind.RAISED))
                .allSatisfy(e -> assertThat(e.witnesses()).hasSize(releases));
    }
}
