package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as data: the shipped ones, and the user's own laid over them. */
class AlertRulesTest {
    private static AlertRules with(String rules) {
        return ShippedCatalogue.with(List.of(CatalogueYaml.Text.ofRules("own.yaml", rules)))
                .recipes()
                .alerts();
    }

    private static AlertRules shipped() {
        return ShippedCatalogue.with(List.of()).recipes().alerts();
    }

    @Test
    void everyKindThatAnalystsAskForIsShipped() {
        assertThat(shipped().all())
                .extracting(r -> r.condition().kind())
                .contains(
                        AlertCondition.Kind.LEVEL_ABOVE,
                        AlertCondition.Kind.STAGE,
                        AlertCondition.Kind.SPEED_UP,
                        AlertCondition.Kind.SPEED_DOWN,
                        AlertCondition.Kind.DRIFT,
                        AlertCondition.Kind.HELD,
                        AlertCondition.Kind.NEGATIVE);
    }

    @Test
    void aFieldOfOnesOwnIsLaidOverTheRestOfTheRule() {
        AlertRule rule =
                with("rules: {DemandShort: {raise: 0.95}}").rule("DemandShort").orElseThrow();

        assertThat(rule.raise()).isEqualTo(0.95);
        assertThat(rule.clear()).isEqualTo(0.7);
    }

    @Test
    void aRuleCanBeSwitchedOff() {
        assertThat(with("rules: {DemandShort: {off: true}}").rule("DemandShort"))
                .isEmpty();
    }

    @Test
    void anotherThresholdIsAnotherVersionOfTheRulesAndTheSameCatalogue() {
        AlertRules other = with("rules: {PenetrationAbove10: {threshold: 12}}");

        assertThat(other.version())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(shipped().version());
        assertThat(ShippedCatalogue.with(
                                List.of(CatalogueYaml.Text.ofRules("own", "rules: {DemandShort: {off: true}}")))
                        .hash())
                .isEqualTo(ShippedCatalogue.with(List.of()).hash());
    }

    @Test
    void itWatchesTheWholeEconomyWhereItNamesNoSector() {
        AlertRule rule = shipped().rule("PenetrationAbove10").orElseThrow();

        assertThat(rule.watches("DE", "TOTAL", "penetration", "firms.any_use")).isTrue();
        assertThat(rule.watches("DE", "NACE:J", "penetration", "firms.any_use")).isFalse();
        assertThat(rule.watches("DE", "TOTAL", "demand_gap", "firms.any_use")).isFalse();
    }

    @Test
    void rulesThatAreReadAsAisDoingPresupposeThatItIsInUseInTheWholeEconomy() {
        List<String> pooled =
                ShippedCatalogue.with(List.of()).recipes().pool().orElseThrow().concepts();

        assertThat(List.of("DemandShort", "ExposedLabourFalls")).allSatisfy(id -> {
            AlertRule rule = shipped().rule(id).orElseThrow();
            assertThat(rule.premises()).containsExactly(new AlertPremise("penetration", pooled, 5, false, 0.8));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DemandShort: {raise: 1.2} | raise is 1.2 and clear is 0.7; 0 <= clear < raise <= 1 must hold",
                "DemandShort: {clear: 0.9} | raise is 0.9 and clear is 0.9",
                "DemandShort: {releases: 0} | releases is 0; it must be 1 to 20",
                "DemandShort: {severity: loud} | severity 'loud' is none of info, warning, critical",
                "DemandShort: {condition: maybe} | condition 'maybe' is none of level_above",
                "DemandShort: {threshold: 3} | condition negative has no threshold; leave it out",
                "DemandShort: {premises: [{measure: penetration}]} | DemandShort: a premise needs measure and either above or below",
                "DemandShort: {premises: [{measure: m, above: 1, below: 2}]} | DemandShort: a premise needs measure and either above or below",
                "DemandShort: {term: p_risen} | condition negative reads no term; leave it out, or write probable",
                "DemandShort: {premises: [{measure: m, above: 1, probability: 2}]} | DemandShort: premise on m: probability is 2.0; it must be above 0 and at most 1",
                "DemandShort: {premises: [{measure: m, above: 1e999}]} | DemandShort: premise on m: above is Infinity; write a number",
                "ReleaseHeld: {premises: [{measure: m, above: 1}]} | condition held reads no estimate and has no premises",
                "StageGrowth: {stage: old} | stage 'old' is none of germination, growth, maturity",
                "ReleaseHeld: {measure: penetration} | condition held reads no estimate; leave measure out",
                "Own: {title: t} | Own: condition is missing",
                "own: {title: t, condition: held, raise: 0.8, clear: 0.6, severity: info, audience: a} | 'own' is no name",
                "Own: {title: t, condition: level_above, measure: m, raise: 0.8, clear: 0.6, severity: info, audience: a} | threshold is missing"
            })
    void whatCannotBeIsRefusedWithTheRuleAndTheBound(String rule, String message) {
        assertThatThrownBy(() -> with("rules: {" + rule + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileOfRulesHoldsNothingElse() {
        assertThatThrownBy(() -> with("aggregates: {X1: here}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rules own.yaml: write one section, 'rules', and in it a rule under each id");
    }
}
