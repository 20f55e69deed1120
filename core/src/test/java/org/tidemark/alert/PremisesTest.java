package org.tidemark.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.alert.AlertEvent.Attribution;
import org.tidemark.alert.AlertEvent.Kind;
import org.tidemark.catalogue.AlertRule;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;

/** An alert says whether what it sees could be AI's doing. */
class PremisesTest {
    private static final String SHORT = "measure: demand_gap; condition: negative; raise: 0.9; clear: 0.7; ";

    private static AlertRule rule(String premises) {
        return Cell.rule(SHORT + "premises: [" + premises + "]");
    }

    private static AlertEvent event(Kind kind) {
        return new AlertEvent(
                new AlertKey("Made", "DE", "TOTAL", "gap", ""),
                kind,
                Cell.instant("2025-01-01"),
                0.95,
                -2.0,
                "percent",
                null,
                List.of(),
                AlertRule.Severity.WARNING,
                "a",
                "It is so",
                "v",
                Attribution.NOT_ASKED);
    }

    private static AlertTransition step(Kind kind) {
        return new AlertTransition(AlertState.quiet(event(kind).key()), Optional.of(event(kind)));
    }

    private static AlertEvent judged(AlertRule rule, Estimate... known) {
        AlertTransition judged = new Premises(rule).judged(step(Kind.RAISED), List.of(known));
        AlertEvent event = judged.said().orElseThrow();
        assertThat(judged.standing().attribution()).isEqualTo(event.attribution());
        return event;
    }

    @Test
    void withoutPremisesNothingIsClaimed() {
        assertThat(judged(Cell.rule(SHORT), Cell.level("2024-06-01", "2023", 40)))
                .isEqualTo(event(Kind.RAISED));
    }

    @Test
    void aPremiseOfWhichNothingIsKnownIsNoGround() {
        AlertEvent judged = judged(rule("{measure: penetration, above: 5}"));

        assertThat(judged.attribution()).isEqualTo(Attribution.NOT_ATTRIBUTABLE);
        assertThat(judged.message())
                .isEqualTo("It is so; not attributable to AI: not known, nothing is known of penetration above 5");
    }

    @Test
    void aPremiseThatIsTooImprobableIsNoGround() {
        AlertEvent judged = judged(rule("{measure: penetration, above: 5}"), Cell.level("2024-06-01", "2023", 5));

        assertThat(judged.attribution()).isEqualTo(Attribution.NOT_ATTRIBUTABLE);
        assertThat(judged.message())
                .isEqualTo(
                        "It is so; not attributable to AI: not met, penetration above 5 % has probability 0.50, firms.any_use 5.0 % (3.7 to 6.3) in 2023");
    }

    @Test
    void aPremiseThatHoldsLeavesTheCauseOpen() {
        AlertEvent judged = judged(rule("{measure: penetration, above: 5}"), Cell.level("2024-06-01", "2023", 20));

        assertThat(judged.attribution()).isEqualTo(Attribution.POSSIBLE);
        assertThat(judged.message())
                .isEqualTo(
                        "It is so; AI is not excluded as a cause: met, penetration above 5 % has probability >0.99, firms.any_use 20.0 % (18.7 to 21.3) in 2023");
    }

    @Test
    void theProbabilityThatIsAskedForIsTheRules() {
        Estimate likely = Cell.level("2024-06-01", "2023", 6);

        assertThat(judged(rule("{measure: penetration, above: 5}"), likely).attribution())
                .isEqualTo(Attribution.POSSIBLE);
        assertThat(judged(rule("{measure: penetration, above: 5, probability: 0.9}"), likely)
                        .attribution())
                .isEqualTo(Attribution.NOT_ATTRIBUTABLE);
    }

    @Test
    void allPremisesMustHoldAndThoseThatDoNotAreNamed() {
        AlertEvent judged = judged(
                rule("{measure: penetration, above: 5}, {measure: exposure, above: 10.5}"),
                Cell.level("2024-06-01", "2023", 20));

        assertThat(judged.attribution()).isEqualTo(Attribution.NOT_ATTRIBUTABLE);
        assertThat(judged.message())
                .isEqualTo(
                        "It is so; not attributable to AI: met, penetration above 5 % has probability >0.99, firms.any_use 20.0 % (18.7 to 21.3) in 2023; not known, nothing is known of exposure above 10.5");
    }

    @Test
    void aPremiseMayBeABoundFromAbove() {
        AlertRule below = rule("{measure: penetration, below: 30}");

        assertThat(judged(below, Cell.level("2024-06-01", "2023", 20)).attribution())
                .isEqualTo(Attribution.POSSIBLE);
        assertThat(judged(below, Cell.level("2024-06-01", "2023", 40)).message())
                .contains("not attributable to AI: not met, penetration below 30 % has probability 0.00");
    }

    @Test
    void anotherConceptShowsNothing() {
        AlertRule people = rule("{measure: penetration, concepts: [people.any_use], above: 5}");

        assertThat(judged(people, Cell.level("2024-06-01", "2023", 20)).attribution())
                .isEqualTo(Attribution.NOT_ATTRIBUTABLE);
    }

    @Test
    void theEconomyAsAWholeShowsIt() {
        Premises premises = new Premises(rule("{measure: penetration, above: 5}"));

        assertThat(premises.areShownBy(Cell.KEY)).isTrue();
        assertThat(premises.areShownBy(new EstimateKey("DE", "NACE:J", "penetration", "firms.any_use")))
                .isFalse();
        assertThat(premises.areShownBy(new EstimateKey("DE", "TOTAL", "exposure", "firms.any_use")))
                .isFalse();
    }

    @Test
    void whatIsOverClaimsNothing() {
        Premises premises = new Premises(rule("{measure: penetration, above: 5}"));

        assertThat(premises.qualify(step(Kind.CLEARED))).isFalse();
        assertThat(premises.judged(step(Kind.CLEARED), List.of())).isEqualTo(step(Kind.CLEARED));
        assertThat(premises.qualify(AlertTransition.silent(
                        AlertState.quiet(event(Kind.RAISED).key()))))
                .isFalse();
    }
}
