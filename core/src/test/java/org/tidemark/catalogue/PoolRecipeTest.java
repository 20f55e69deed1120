package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolRecipeTest {
    private static PoolRecipe with(String own) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)))
                .recipes()
                .pool()
                .orElseThrow();
    }

    @Test
    void theShippedPoolAnchorsOnOfficialSurveysAndLeavesOutWhatIsNoUse() {
        PoolRecipe shipped = ShippedCatalogue.with(List.of()).recipes().pool().orElseThrow();

        assertThat(shipped.concepts())
                .startsWith("firms.any_use", "firms.goods_services")
                .doesNotContain("postings.ai_share", "firms.paid");
        assertThat(shipped.anchor("US")).isEqualTo("firms.goods_services");
        assertThat(shipped.anchor("US-CA")).isEqualTo("firms.goods_services");
        assertThat(shipped.anchor("DE")).isNull();
        assertThat(shipped.anchor("WORLD")).isNull();
        assertThat(shipped.source()).isEqualTo(new BiasSpread(0.4, 0.04));
        assertThat(shipped.regimes()).isEmpty();
    }

    @Test
    void aFileOfTheUsersOwnAddsAnAnchorAndARegime() {
        PoolRecipe laid = with("pool: {anchors: {CN: people.any_use}, "
                + "regimes: [{source: EUROSTAT, indicator: adoption.firms.any_use, from: 2026-01-01}]}");

        assertThat(laid.anchor("CN")).isEqualTo("people.any_use");
        assertThat(laid.anchor("US")).isEqualTo("firms.goods_services");
        assertThat(laid.regimes())
                .containsExactly(new BiasRegime("EUROSTAT", "adoption.firms.any_use", LocalDate.of(2026, 1, 1)));
    }

    @Test
    void aCatalogueWithoutAPoolHasNone() {
        assertThat(CatalogueYaml.parse(List.of(new CatalogueYaml.Text("x", "aggregates: {WORLD: World}")))
                        .recipes()
                        .pool())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pool: {anchors: {US: firms.paid}} | anchor firms.paid of US does not pool",
                "pool: {noise_scale: 0} | noise_scale 0.0; it must be finite and above 0",
                "pool: {drift_bound: 0} | drift_bound 0.0; it must be above 0",
                "pool: {concept_bias: {wander: -1}} | finite and not negative",
                "pool: {regimes: [{source: A, indicator: adoption.x, from: May}]} | from 'May' is no day",
                "pool: {regimes: [{source: A, indicator: adoption.x}]} | regimes: from is missing",
                "pool: {regimes: [{source: A, indicator: X, from: 2026-01-01}]} | indicator 'X' is not well formed"
            })
    void aRecipeThatCannotBeMeantIsRefusedWithTheReason(String own, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(own)).withMessageContaining(reason);
    }
}
