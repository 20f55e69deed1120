package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.series.SeriesId;

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
    void aFileOfTheUsersOwnAddsAnAnchorAndADeclaredBreakIsARegime() {
        PoolRecipe laid = with("pool: {anchors: {CN: people.any_use}}\n"
                + "breaks: {reworded: {source: EUROSTAT, indicators: adoption.firms., published: '2027-01-15', "
                + "from: '2026-01-01', kind: wording}}");

        assertThat(laid.anchor("CN")).isEqualTo("people.any_use");
        assertThat(laid.anchor("US")).isEqualTo("firms.goods_services");
        assertThat(laid.regimes()).singleElement().satisfies(regime -> {
            assertThat(regime.from()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(regime.isOf(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT")))
                    .isTrue();
            assertThat(regime.isOf(new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "OTHER")))
                    .isFalse();
            assertThat(regime.isOf(new SeriesId("adoption.people.any_use", "DE", "TOTAL", "EUROSTAT")))
                    .isFalse();
        });
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
                "breaks: {b: {source: A, indicators: adoption.x, published: '2026-01-01', kind: wording, from: May}} | break b: from 'May' is no day",
                "breaks: {b: {source: A, indicators: adoption.x, published: '2026-01-01', kind: unit, from: '2026-01-01'}} | a unit is converted and leaves no bias"
            })
    void aRecipeThatCannotBeMeantIsRefusedWithTheReason(String own, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(own)).withMessageContaining(reason);
    }
}
